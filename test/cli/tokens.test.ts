/**
 * Goal: an administrator makes, lists and revokes tokens on the command line, and sees a new token exactly once.
 * Method: the whole command line in this process, against a GraphQL server with the real schema and chosen answers.
 */
import { afterEach, expect, it } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import { startFakeService } from './fake-service.js';
import type { FakeRoot, FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import { MOMENT, page, refusal } from './sample-answers.js';

let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

async function run(root: FakeRoot, ...words: string[]) {
  service ??= await startFakeService(root);
  const terminal = fakeTerminal();
  const args = ['tokens', ...words, '--url', service.url, '--token-file', service.tokenFile];
  return { exitCode: await runCli(args, terminal), out: terminal.out() };
}

const token = { id: 't-1', name: 'portal', role: 'VIEWER', createdAt: MOMENT, expiresAt: null, revokedAt: null };

it('lists them with what became of each', async () => {
  const nodes = [
    token,
    { ...token, id: 't-2', name: 'old', role: 'ADMIN', expiresAt: '2000-01-01T00:00:00.000Z' },
    { ...token, id: 't-3', name: 'gone', revokedAt: MOMENT },
  ];
  const { exitCode, out } = await run({ accessTokens: () => page(nodes) });
  expect(exitCode).toBe(0);
  expect(out).toBe(
    [
      'NAME    ROLE    STATE                         MADE                  EXPIRES               ID',
      'portal  viewer  works                         2026-05-04 03:02:01Z  never                 t-1',
      'old     admin   expired                       2026-05-04 03:02:01Z  2000-01-01 00:00:00Z  t-2',
      'gone    viewer  revoked 2026-05-04 03:02:01Z  2026-05-04 03:02:01Z  never                 t-3',
      '',
    ].join('\n'),
  );
});

it('makes one and shows it once', async () => {
  const root = { createAccessToken: () => ({ accessToken: token, token: 'rst_new', userErrors: [] }) };
  const { exitCode, out } = await run(root, '--create', 'the portal', '--role', 'VIEWER', '--expires', '2027-01-01');
  expect(exitCode).toBe(0);
  expect(service?.seen[0]?.variables['input']).toEqual({
    name: 'the portal',
    role: 'VIEWER',
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  expect(out.split('\n').filter((line) => line.includes('rst_new'))).toEqual(['rst_new']);
  const json = await run(root, '--create', 'portal', '--role', 'VIEWER', '--json');
  expect(JSON.parse(json.out)).toEqual({ accessToken: token, token: 'rst_new', userErrors: [] });
});

it('revokes one, and says why the last ADMIN token stays', async () => {
  const answers = [
    { accessToken: token, userErrors: [] },
    { accessToken: token, userErrors: [refusal('LAST_ADMIN_TOKEN')] },
  ];
  const root = { revokeAccessToken: () => answers.shift() };
  expect(await run(root, '--revoke', 't-1')).toEqual({
    exitCode: 0,
    out: 'token "portal" of role VIEWER was revoked\n',
  });
  expect(service?.seen[0]?.variables['input']).toEqual({ accessTokenId: 't-1' });
  const refused = await run(root, '--revoke', 't-1');
  expect([refused.exitCode, refused.out.split('\n')[0]]).toEqual([
    1,
    'error LAST_ADMIN_TOKEN: refused: LAST_ADMIN_TOKEN (input)',
  ]);
});
