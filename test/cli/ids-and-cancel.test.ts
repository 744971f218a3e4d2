/**
 * Goal: the UUID that messages and logs name is as good as an id wherever the command line takes one, and asking for
 * the impossible is no success.
 * Method: the whole command line in this process, against a GraphQL server with the real schema and chosen answers.
 */
import { afterEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { startFakeService } from './fake-service.js';
import type { FakeRoot, FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import { done, operation, plan, refusal } from './sample-answers.js';

const UUID = '01a2046d-3553-7086-b873-21b15a895002';

let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

async function run(root: FakeRoot, line: string) {
  service = await startFakeService(root);
  const terminal = fakeTerminal();
  const args = [...line.split(' '), '--url', service.url, '--token-file', service.tokenFile];
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out(), variables: service.seen[0]?.variables };
}

describe('a UUID', () => {
  const started = { operation, userErrors: [] };
  const restorePointId = toGlobalId('RestorePoint', UUID);
  const operationId = toGlobalId('Operation', UUID);
  const rows: [string, FakeRoot, unknown][] = [
    [`operations ${UUID}`, { operation: () => done }, { id: operationId }],
    [`operations ${UUID} --follow`, { operation: () => done }, { id: operationId }],
    [`operations --cancel ${UUID}`, { cancelOperation: () => started }, { input: { operationId } }],
    [`operations --retry ${UUID.toUpperCase()}`, { retryOperation: () => started }, { input: { operationId } }],
    [`verify ${UUID} --no-wait`, { verifyRestorePoint: () => started }, { input: { restorePointId } }],
    [
      `plan ${UUID} --folder back`,
      { planRestore: () => ({ plan, userErrors: [] }) },
      {
        input: expect.objectContaining({ restorePoint: { restorePointId } }),
        withFacts: false,
        withRemedies: false,
      },
    ],
    [`restore ${UUID} --yes`, { restorePlan: () => null }, { id: toGlobalId('RestorePlan', UUID) }],
    [
      `tokens --revoke ${UUID}`,
      { revokeAccessToken: () => ({ accessToken: null, userErrors: [refusal('NOT_FOUND')] }) },
      { input: { accessTokenId: toGlobalId('AccessToken', UUID) } },
    ],
  ];

  it.each(rows)('is sent as the id of its thing: %s', async (line, root, variables) => {
    expect((await run(root, line)).variables).toEqual(variables);
  });

  it('alone is changed: everything else is sent as typed', async () => {
    const { variables } = await run({ operation: () => done }, `operations ${operationId}`);
    expect(variables).toEqual({ id: operationId });
  });
});

describe('cancelling what runs', () => {
  it('offers to follow it, not to cancel it again', async () => {
    const cancelOperation = () => ({ operation: { ...operation, cancelRequested: true }, userErrors: [] });
    const { exitCode, out } = await run({ cancelOperation }, 'operations --cancel operation-1');
    expect(exitCode).toBe(0);
    expect(out).toContain('reinstate operations operation-1 --follow');
    expect(out).not.toContain('--cancel');
  });
});

describe('cancelling what has ended', () => {
  const cancelOperation = () => ({ operation: done, userErrors: [refusal('OPERATION_ENDED')] });

  it('fails, and does not say that it was asked to stop', async () => {
    const { exitCode, out } = await run({ cancelOperation }, 'operations --cancel operation-1');
    expect(exitCode).toBe(1);
    expect(out).toBe('error OPERATION_ENDED: refused: OPERATION_ENDED (input)\n  do this\n');
  });

  it('with --json fails too, and shows how it ended', async () => {
    const { exitCode, out } = await run({ cancelOperation }, 'operations --cancel operation-1 --json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      operation: { id: 'operation-1', state: 'SUCCEEDED' },
      userErrors: [{ code: 'OPERATION_ENDED' }],
    });
  });
});
