/**
 * Goal: online commands ask the service the right question, show its answer, and end with the exit code that a script
 * relies on.
 * Method: the whole command line in this process, against a GraphQL server with the real schema and chosen answers.
 */
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeService, TOKEN } from './fake-service.js';
import type { FakeRoot, FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import type { FakeTerminal } from './fake-terminal.js';
import { DIGEST, done, MOMENT, operation, page, plan, point, refusal, vm } from './sample-answers.js';

const folder = mkdtempSync(join(tmpdir(), 'reinstate-online-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

async function run(root: FakeRoot, line: string, terminal: FakeTerminal = fakeTerminal()) {
  service ??= await startFakeService(root);
  const args = [...line.split(' '), '--url', service.url, '--token-file', service.tokenFile];
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out(), error: terminal.error(), terminal };
}

describe('points', () => {
  it('are listed page by page, newest first as they come', async () => {
    const pages = [page([point], 'c1'), page([{ ...point, id: 'point-2' }])];
    const { exitCode, out } = await run({ restorePoints: () => pages.shift() }, 'points');
    expect(exitCode).toBe(0);
    expect(out).toBe(
      [
        'VM     MOMENT                STATE      ORIGIN    READ  DISKS  SIZE     ENCRYPTION     CONSISTENCY  ID',
        'web01  2026-05-04 03:02:01Z  available  captured  full  1      1.0 GiB  not encrypted  crash        point-1',
        'web01  2026-05-04 03:02:01Z  available  captured  full  1      1.0 GiB  not encrypted  crash        point-2',
        '',
      ].join('\n'),
    );
    expect(service?.seen.map(({ variables }) => variables['after'])).toEqual([null, 'c1']);
    expect(service?.seen[0]?.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('of one VM are asked for by its id, and a name that only contains it is not taken', async () => {
    const root = {
      vms: () => page([{ ...vm, id: 'vm-2', name: 'web01-old' }, vm]),
      restorePoints: () => page([point]),
    };
    const { exitCode, out } = await run(root, 'points --vm web01 --json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).restorePoints.map(({ id }: { id: string }) => id)).toEqual(['point-1']);
    expect(service?.seen[1]?.variables['filter']).toEqual({ vmId: 'vm-1' });
  });

  it('of a VM that is not there fail with names that are near', async () => {
    const { exitCode, error } = await run({ vms: () => page([{ ...vm, name: 'web01-old' }]) }, 'points --vm web01');
    expect(exitCode).toBe(1);
    expect(error).toBe('reinstate: no VM is called "web01"\n  did you mean web01-old?\n');
  });
});

describe('plan', () => {
  const planRestore = (verdict: string) => () => ({ plan: { ...plan, verdict }, userErrors: [] });

  it.each([
    ['RESTORABLE', 0],
    ['RESTORABLE_WITH_LOSS', 0],
    ['NOT_RESTORABLE', 1],
    ['UNKNOWN', 3],
  ])('ends with the exit code of its verdict: %s → %i', async (verdict, exit) => {
    const { exitCode, out } = await run({ planRestore: planRestore(verdict) }, 'plan point-1 --folder back');
    expect(exitCode).toBe(exit);
    expect(out.startsWith('Restore of "web01"\n')).toBe(true);
    expect(service?.seen[0]?.variables['input']).toEqual({
      restorePoint: { restorePointId: 'point-1' },
      target: { localFiles: { location: 'restores', folder: 'back', diskFormat: 'RAW_SPARSE' } },
      deviceKeys: null,
    });
  });

  it.each([
    ['raw', 'RAW_SPARSE'],
    ['raw-thick', 'RAW_THICK'],
    ['vmdk-flat', 'VMDK_FLAT'],
    ['vmdk', 'VMDK_SPARSE'],
    ['vmdk-stream', 'VMDK_STREAM_OPTIMIZED'],
    ['qcow2', 'QCOW2'],
  ])('asks for %s as %s', async (word, diskFormat) => {
    await run({ planRestore: planRestore('RESTORABLE') }, `plan point-1 --folder back --format ${word}`);
    const target = { localFiles: { location: 'restores', folder: 'back', diskFormat } };
    expect(service?.seen[0]?.variables['input']).toMatchObject({ target });
  });

  it('takes the newest point of a VM by its name, and single disks', async () => {
    const root = { vms: () => page([vm]), planRestore: planRestore('RESTORABLE') };
    await run(root, 'plan --vm web01 --location images --folder back --disk 2000 --disk 2001');
    expect(service?.seen[1]?.variables['input']).toEqual({
      restorePoint: { newestOfVmId: 'vm-1' },
      target: { localFiles: { location: 'images', folder: 'back', diskFormat: 'RAW_SPARSE' } },
      deviceKeys: [2000, 2001],
    });
  });

  it('shows a refusal with its remedy', async () => {
    const root = { planRestore: () => ({ plan: null, userErrors: [refusal('NOT_FOUND')] }) };
    const { exitCode, out } = await run(root, 'plan point-9 --folder back');
    expect(exitCode).toBe(1);
    expect(out).toBe('error NOT_FOUND: refused: NOT_FOUND (input)\n  do this\n');
  });
});

describe('restore', () => {
  const started = { operation, alreadyStarted: false, userErrors: [] };
  const root = { restorePlan: () => plan, executePlan: () => started, operation: () => done };

  it('executes with the digest that was shown, once per plan', async () => {
    const { exitCode, out } = await run(root, 'restore plan-1 --yes');
    await run(root, 'restore plan-1 --yes');
    expect(exitCode).toBe(0);
    expect(out).toContain('Restore of "web01"');
    const inputs = service?.seen.flatMap(({ variables }) =>
      variables['input'] === undefined ? [] : [variables['input']],
    );
    const key = 'cli-e26d9cd1dae99fe1f83a87da2f873a25';
    expect(inputs).toEqual([1, 2].map(() => ({ planId: 'plan-1', expectedDigest: DIGEST, idempotencyKey: key })));
  });

  it('asks on a terminal and starts nothing without a yes', async () => {
    const { exitCode, out, terminal } = await run(
      root,
      'restore plan-1',
      fakeTerminal({ terminal: true, answers: ['no'] }),
    );
    expect(exitCode).toBe(1);
    expect(out.endsWith('nothing was started\n')).toBe(true);
    expect(terminal.questions).toEqual(['Carry this plan out? Type yes: ']);
    expect(service?.seen).toHaveLength(1);
  });

  it('is a usage error where nobody can be asked', async () => {
    const { exitCode, error } = await run(root, 'restore plan-1');
    expect(exitCode).toBe(2);
    expect(error).toContain('add --yes');
    expect(service?.seen).toHaveLength(1);
  });

  it.each([
    [{ ...plan, expired: true }, 3],
    [{ ...plan, verdict: 'UNKNOWN' }, 3],
    [{ ...plan, verdict: 'NOT_RESTORABLE' }, 1],
    [null, 1],
  ])('starts nothing from a plan that cannot be carried out (%#)', async (found, exit) => {
    const { exitCode } = await run({ ...root, restorePlan: () => found }, 'restore plan-1 --yes');
    expect(exitCode).toBe(exit);
    expect(service?.seen).toHaveLength(1);
  });

  it.each([
    ['PLAN_DRIFTED', 3],
    ['PLAN_EXPIRED', 3],
    ['DIGEST_MISMATCH', 3],
    ['TARGET_BUSY', 1],
  ])('ends with %s → %i', async (code, exit) => {
    const executePlan = () => ({ operation: null, alreadyStarted: false, userErrors: [refusal(code)] });
    const { exitCode, out } = await run({ ...root, executePlan }, 'restore plan-1 --yes');
    expect(exitCode).toBe(exit);
    expect(out).toContain(`error ${code}`);
  });

  it('fails with the reasons of the disks when the operation fails', async () => {
    const userErrors = [refusal('REPOSITORY_DAMAGED')];
    const disk = { deviceKey: 2000, state: 'FAILED', bytesDone: '0', bytesTotal: '9', userErrors };
    const failed = { ...done, state: 'FAILED', disks: [disk] };
    const { exitCode, out } = await run({ ...root, operation: () => failed }, 'restore plan-1 --yes --wait');
    expect(exitCode).toBe(1);
    expect(out).toContain('error REPOSITORY_DAMAGED: refused: REPOSITORY_DAMAGED');
  });
});

describe('record and capture', () => {
  it('send what the options say', async () => {
    const file = join(folder, 'config-info.xml');
    writeFileSync(file, '<config/>');
    const root = {
      captureRestorePoint: () => ({ restorePoint: point, operation, userErrors: [] }),
      recordRestorePoint: () => ({
        restorePoint: null,
        alreadyRecorded: false,
        userErrors: [refusal('CONFIG_INFO_VMX_ONLY')],
      }),
    };
    const disks = '--disk 2000=images:a/b.raw --disk 2001=images:c.vmdk:vmdk';
    const captured = await run(
      root,
      `capture --config-info ${file} ${disks} --site vc1 --nvram-absent --captured-at ${MOMENT}`,
    );
    expect(captured.exitCode).toBe(0);
    expect(service?.seen[0]?.variables['input']).toEqual({
      metadata: {
        site: { name: 'vc1' },
        managedObjectId: null,
        capturedAt: MOMENT,
        configInfo: '<config/>',
        nvramBase64: null,
        nvramNotPresent: true,
        keyProviderType: null,
        storagePolicies: null,
        datastores: null,
        consistency: null,
        fence: null,
        retainUntil: null,
        legalHold: false,
      },
      disks: [
        { deviceKey: 2000, location: 'images', path: 'a/b.raw', format: 'RAW' },
        { deviceKey: 2001, location: 'images', path: 'c.vmdk', format: 'VMDK' },
      ],
      idempotencyKey: null,
    });
    const BESIDE = '--fence HELD --datastore a=b=vsan';
    const nvram = await run(
      root,
      `capture --config-info ${file} ${disks} --site vc1 --nvram ${file} --storage-policy p ${BESIDE}`,
    );
    expect(nvram.exitCode).toBe(0);
    expect(service?.seen[1]?.variables['input']).toMatchObject({
      metadata: {
        nvramBase64: Buffer.from('<config/>').toString('base64'),
        nvramNotPresent: null,
        storagePolicies: [{ deviceKey: null, policyId: 'p' }],
        datastores: [{ name: 'a=b', type: 'VSAN' }],
        fence: 'HELD',
      },
    });
    const recorded = await run(root, `record ${file} --site vc1 --tool t --captured-at ${MOMENT} --json`);
    expect(recorded.exitCode).toBe(1);
    expect(JSON.parse(recorded.out).recorded[0].userErrors[0].code).toBe('CONFIG_INFO_VMX_ONLY');
  });

  it('[S26] a .vmx is sent as it is: the service says why it is refused', async () => {
    const file = join(folder, 'machine.vmx');
    writeFileSync(file, 'displayName = "web01"\n');
    const root = {
      recordRestorePoint: () => ({
        restorePoint: null,
        alreadyRecorded: false,
        userErrors: [refusal('CONFIG_INFO_VMX_ONLY')],
      }),
    };
    const { exitCode, out } = await run(root, `record ${file} --site vc1 --tool t --captured-at ${MOMENT}`);
    expect(exitCode).toBe(1);
    expect(out).toContain('error CONFIG_INFO_VMX_ONLY');
  });
});

describe('operations and verify', () => {
  it.each([
    ['operations operation-1', { operation: () => operation }, 3],
    ['operations operation-1', { operation: () => done }, 0],
    ['operations operation-1', { operation: () => ({ ...done, state: 'CANCELLED' }) }, 1],
    ['operations operation-9', { operation: () => null }, 1],
    ['operations', { operations: () => page([done]) }, 0],
    ['operations --cancel operation-1', { cancelOperation: () => ({ operation, userErrors: [] }) }, 0],
    ['operations --cancel operation-1', { cancelOperation: () => ({ userErrors: [refusal('OPERATION_ENDED')] }) }, 1],
    ['operations --retry operation-1', { retryOperation: () => ({ operation, userErrors: [] }) }, 0],
    ['verify point-1 --no-wait', { verifyRestorePoint: () => ({ operation, userErrors: [] }) }, 0],
  ] as [string, FakeRoot, number][])('%s (%#)', async (line, root, exit) => {
    expect((await run(root, `${line} --json`)).exitCode).toBe(exit);
  });
});

describe('trouble', () => {
  it('a service that is not there is said with what to do, on both channels with --json', async () => {
    service = await startFakeService({});
    const { url, tokenFile } = service;
    await service.stop();
    service = await startFakeService({});
    const terminal = fakeTerminal();
    writeFileSync(service.tokenFile, 'x', { mode: 0o600 });
    const exitCode = await runCli(['points', '--json', '--url', url, '--token-file', service.tokenFile], terminal);
    expect(tokenFile).not.toBe(service.tokenFile);
    expect(exitCode).toBe(1);
    expect(JSON.parse(terminal.out())).toEqual({
      error: {
        code: 'CONNECTION_REFUSED',
        message: `nothing answers at ${url}`,
        remedy: 'is the service running? start it: reinstate serve',
      },
    });
  });

  it('a refused token and a stranger that answers are told apart', async () => {
    const unauthenticated = {
      errors: [{ message: 'the token is not known', extensions: { code: 'UNAUTHENTICATED' } }],
    };
    const answers = [Response.json(unauthenticated, { status: 401 }), new Response('<html>', { status: 200 })];
    const fakeFetch = (async () => answers.shift()) as unknown as typeof fetch;
    const first = await run({}, 'points', fakeTerminal({ fetch: fakeFetch }));
    const second = await run({}, 'points', fakeTerminal({ fetch: fakeFetch }));
    expect(first.error).toContain('the token is not known\n  give a valid token by --token-file');
    expect(second.error).toContain('answered with HTTP 200 and no GraphQL result');
    expect([first.exitCode, second.exitCode]).toEqual([1, 1]);
  });

  it('a token file that is not there is a usage error', async () => {
    const terminal = fakeTerminal();
    expect(await runCli(['points', '--token-file', '/nonexistent/token'], terminal)).toBe(2);
    expect(terminal.error()).toContain('the file /nonexistent/token does not exist');
  });
});
