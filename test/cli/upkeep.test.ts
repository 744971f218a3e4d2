/**
 * Goal: scrub, collection and deletion on the command line ask before they remove, and end with the exit code that a
 * script relies on; a point is shown with what its disks are called in the repository.
 * Method: the whole command line in this process, against a GraphQL server with the real schema and chosen answers.
 */
import { afterEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import { startFakeService } from './fake-service.js';
import type { FakeRoot, FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import type { FakeTerminal } from './fake-terminal.js';
import { done, MOMENT, point, refusal } from './sample-answers.js';

let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

async function run(root: FakeRoot, line: string, terminal: FakeTerminal = fakeTerminal()) {
  service ??= await startFakeService(root);
  const args = [...line.split(' '), '--url', service.url, '--token-file', service.tokenFile];
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out(), error: terminal.error(), questions: terminal.questions };
}

const inputs = () => service?.seen.flatMap(({ variables }) => ('input' in variables ? [variables['input']] : []));

describe('scrub', () => {
  const answer = (operation: object) => ({
    scrubRepository: () => ({
      operation: { ...operation, kind: 'SCRUB_REPOSITORY', repository: 'main' },
      userErrors: [],
    }),
    operation: () => ({ ...operation, kind: 'SCRUB_REPOSITORY', repository: 'main', vm: null }),
  });
  const failed = (...codes: string[]) => ({
    ...done,
    state: 'FAILED',
    userErrors: codes.map((code) => refusal(code)),
  });

  it.each([
    ['scrub', 5],
    ['scrub --share 12.5%', 12.5],
    ['scrub --all', 100],
  ])('%s reads %d %%', async (line, sharePercent) => {
    const { exitCode, out } = await run(answer(done), line);
    expect([exitCode, inputs()]).toEqual([0, [{ repository: 'main', sharePercent }]]);
    expect(out).toContain('scrub repository main: succeeded');
  });

  it.each([
    [['REPOSITORY_DAMAGED'], 1],
    [['REPOSITORY_DAMAGED', 'IO_ERROR'], 1],
    [['IO_ERROR'], 3],
  ])('ends after %j with exit code %i', async (codes, exitCode) => {
    expect((await run(answer(failed(...codes)), 'scrub')).exitCode).toBe(exitCode);
  });

  it.each(['scrub --share 0', 'scrub --share 101%', 'scrub --share some', 'scrub --all --share 5'])(
    '%s is a mistake in the command line',
    async (line) => {
      expect((await run({}, line)).exitCode).toBe(2);
    },
  );
});

describe('gc', () => {
  const look = [
    { name: 'removableChunkCount', value: '3' },
    { name: 'removablePageCount', value: '1' },
    { name: 'removableBytes', value: '3145728' },
  ];
  function answer(result = look, state = 'SUCCEEDED') {
    const asked: { dryRun: boolean }[] = [];
    const root = {
      collectGarbage: ({ input }: { input: { dryRun: boolean } }) => {
        asked.push(input);
        return { operation: { ...done, id: `operation-${asked.length}`, kind: 'COLLECT_GARBAGE' }, userErrors: [] };
      },
      operation: ({ id }: { id: string }) => ({ ...done, id, kind: 'COLLECT_GARBAGE', state, vm: null, result }),
    };
    return { root, dryRuns: () => asked.map(({ dryRun }) => dryRun) };
  }

  it('--dry-run looks and asks nothing', async () => {
    const { root, dryRuns } = answer();
    const { exitCode, out, questions } = await run(root, 'gc --dry-run');
    expect([exitCode, dryRuns(), questions]).toEqual([0, [true], []]);
    expect(out).toContain('removableChunkCount: 3');
  });

  it.each([
    ['yes', 0, [true, false]],
    ['', 1, [true]],
    ['no', 1, [true]],
  ])('answered with "%s" ends with %i', async (typed, exitCode, expected) => {
    const { root, dryRuns } = answer();
    const result = await run(root, 'gc', fakeTerminal({ terminal: true, answers: [typed] }));
    expect([result.exitCode, dryRuns()]).toEqual([exitCode, expected]);
    expect(result.questions).toEqual(['Remove 3 chunks, 3.0 MiB? This cannot be undone. Type yes: ']);
  });

  it('--yes removes what the look before found, with all that was given', async () => {
    const { root } = answer();
    const { exitCode } = await run(root, 'gc --yes --minimum-age 48 --confirm main --json');
    const input = { repository: 'main', minimumAgeHours: 48, confirmRepository: 'main' };
    expect([exitCode, inputs()]).toEqual([
      0,
      [
        { ...input, dryRun: true },
        { ...input, dryRun: false },
      ],
    ]);
  });

  it('with nothing to remove asks nothing', async () => {
    const { root, dryRuns } = answer([]);
    const { exitCode, out } = await run(root, 'gc --yes');
    expect([exitCode, dryRuns()]).toEqual([0, [true]]);
    expect(out).toContain('nothing to remove');
  });

  it('says when what nobody needs is only too young to go', async () => {
    const { root, dryRuns } = answer([{ name: 'youngCount', value: '1' }]);
    const { exitCode, out } = await run(root, 'gc --yes --minimum-age 48');
    expect([exitCode, dryRuns()]).toEqual([0, [true]]);
    expect(out).toContain('nothing to remove yet: what was used in the last 48 h stays, with all that it needs');
  });

  it('goes no further when the look failed', async () => {
    const { root, dryRuns } = answer(look, 'FAILED');
    expect([(await run(root, 'gc --yes')).exitCode, dryRuns()]).toEqual([1, [true]]);
  });

  it.each(['gc', 'gc --json', 'gc --yes --dry-run'])('%s with nobody to ask is a mistake', async (line) => {
    expect((await run({}, line)).exitCode).toBe(2);
    expect(service?.seen).toEqual([]);
  });

  it('passes a refusal on', async () => {
    const root = { collectGarbage: () => ({ operation: done, userErrors: [refusal('REPOSITORY_BUSY')] }) };
    const { exitCode, out } = await run(root, 'gc --dry-run');
    expect([exitCode, out.includes('error REPOSITORY_BUSY')]).toEqual([1, true]);
  });
});

describe('points delete', () => {
  const root = (userErrors: object[] = []) => ({
    restorePoint: () => point,
    deleteRestorePoint: () => ({
      restorePoint: userErrors.length > 0 ? null : { ...point, state: 'DELETED', deletedAt: MOMENT },
      userErrors,
    }),
  });

  it.each([
    ['web01', 0, 1],
    ['web02', 1, 0],
    ['', 1, 0],
  ])('asks for the name of the VM; "%s" ends with %i', async (typed, exitCode, deletions) => {
    const terminal = fakeTerminal({ terminal: true, answers: [typed] });
    const result = await run(root(), 'points delete point-1', terminal);
    expect([result.exitCode, inputs()?.length]).toEqual([exitCode, deletions]);
    expect(result.questions).toEqual([
      'Delete restore point of VM web01 from 2026-05-04 03:02:01Z for good? Type the name of the VM: ',
    ]);
  });

  it('--yes asks nothing and gives the reason', async () => {
    const { exitCode } = await run(root(), 'points delete point-1 --yes --reason gone --json');
    expect([exitCode, inputs()]).toEqual([0, [{ restorePointId: 'point-1', reason: 'gone' }]]);
  });

  it('passes a refusal on', async () => {
    const { exitCode, out } = await run(root([refusal('RETENTION_HOLDS')]), 'points delete point-1 --yes');
    expect([exitCode, out.includes('error RETENTION_HOLDS')]).toEqual([1, true]);
  });

  it.each(['points delete', 'points show', 'points list point-1', 'points delete point-1'])(
    '%s is a mistake',
    async (line) => {
      expect((await run({ restorePoint: () => point }, line)).exitCode).toBe(2);
    },
  );
});

describe('points show', () => {
  const indexHash = 'ab'.repeat(32);
  const disks = [
    { ...point.disks[0], dataBytes: '524288', verifiedAt: MOMENT, indexHash },
    { ...point.disks[0], deviceKey: 2001, label: 'Hard disk 2', state: 'NOT_CAPTURED' },
  ];

  it('gives the index hash of each disk, which extract takes when no service runs', async () => {
    const { exitCode, out } = await run({ restorePoint: () => ({ ...point, disks }) }, 'points show point-1');
    expect(exitCode).toBe(0);
    const [, , ...rows] = out.trimEnd().split('\n');
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      ['DISK', 'LABEL', 'SIZE', 'DATA', 'STATE', 'VERIFIED', 'INDEX'],
      ['2000', 'Hard disk 1', '1.0 GiB', '512 KiB', 'captured', '2026-05-04 03:02:01Z', indexHash],
      ['2001', 'Hard disk 2', '1.0 GiB', '-', 'not captured', '-', '-'],
    ]);
  });

  it('says that there is none', async () => {
    const { exitCode, error } = await run({ restorePoint: () => null }, 'points show point-9');
    expect([exitCode, error]).toEqual([1, expect.stringContaining('there is no restore point point-9')]);
  });
});
