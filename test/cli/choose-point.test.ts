/**
 * Goal: `points --at` asks which point to restore, shows why no other, and ends with a code that a script relies on.
 * Method: the whole command line in this process, against a GraphQL server with the real schema and chosen answers.
 */
import { afterEach, expect, it } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import { startFakeService } from './fake-service.js';
import type { FakeRoot, FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import { page, point, vm } from './sample-answers.js';

let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

async function run(root: FakeRoot, line: string) {
  service ??= await startFakeService(root);
  const terminal = fakeTerminal();
  const args = [...line.split(' '), '--url', service.url, '--token-file', service.tokenFile];
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out(), error: terminal.error() };
}

const vms = () => page([vm]);
const marked = (mark: string, rank: number | null, standing: string, ...reasons: string[]) => ({
  mark,
  rank,
  standing,
  reasons,
  restorePoint: point,
});

it('shows the chosen point first, and each reason on a line', async () => {
  const nodes = [
    marked('CHOSEN', 1, 'WHOLE', 'The newest point that can be used.'),
    marked('REFUSED', null, 'GAPS', 'Its capture failed.', 'Its NVRAM was not captured.'),
  ];
  const root = { vms, restorePointChoice: () => ({ nodes, hasOlder: true }) };
  const { exitCode, out } = await run(root, 'points --vm web01 --at 2026-05-04T05:02:01+02:00 --complete-keys');
  expect(out).toBe(
    [
      '2026-05-04 03:02:01Z  chosen    1  whole    point-1',
      '    The newest point that can be used.',
      '2026-05-04 03:02:01Z  refused   -  gaps     point-1',
      '    Its capture failed.',
      '    Its NVRAM was not captured.',
      'there are older points that were not looked at: raise --limit',
      '',
    ].join('\n'),
  );
  expect(exitCode).toBe(0);
  expect(service?.seen.at(-1)?.variables).toEqual({
    vmId: 'vm-1',
    at: '2026-05-04T03:02:01.000Z',
    completeKeysFirst: true,
    first: 50,
  });
});

it('ends with 1 when no point can be used, with 2 when the question is wrong', async () => {
  const root = { vms, restorePointChoice: () => ({ nodes: [], hasOlder: false }) };
  const none = await run(root, 'points --vm web01 --at latest');
  expect([none.exitCode, none.out]).toEqual([1, 'there is no restore point of that time\n']);
  expect(service?.seen.at(-1)?.variables).toMatchObject({ at: null, completeKeysFirst: false });
  expect((await run(root, 'points --at latest')).exitCode).toBe(2);
  expect((await run(root, 'points --vm web01 --at yesterday')).exitCode).toBe(2);
  expect((await run(root, 'points --vm web01 --complete-keys')).exitCode).toBe(2);
});
