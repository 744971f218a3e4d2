/**
 * Goal: bad input is answered with a clear error, through the whole service, and nothing is lost or overwritten.
 * Method: `reinstate serve` as a process; each bad input is sent as a user would, and what was there before is looked
 * at again afterwards.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { hashFile } from '../../src/demo/proof.js';
import { damageNewestChunk } from './support/damage.js';
import {
  captureQuickly,
  estateMachine,
  imagePath,
  MIB,
  quickImage,
  writeImage,
  writeMachineFiles,
} from './support/machine.js';
import { findLeaks } from './support/secrets.js';
import { startScenarioService } from './support/service.js';
import type { ScenarioService } from './support/service.js';

const CAPACITY = 4 * MIB;
const machine = estateMachine('demo-bios-thin', CAPACITY);
let service: ScenarioService;
let pointId: string;
/** A point of zeros with no NVRAM: it needs no space, so that only the right to write is missing. */
let emptyPointId: string;

beforeAll(async () => {
  service = await startScenarioService({}, (dataFolder) => ({
    images: { path: join(dataFolder, 'images'), writable: false },
    restores: { path: join(dataFolder, 'restores'), writable: true },
    // Nobody can make a folder there, root neither.
    sealed: { path: '/sys/kernel', writable: true },
  }));
  pointId = await captureQuickly(service, machine);
  emptyPointId = await captureEmpty();
}, 120_000);
afterAll(() => service?.stop(), 60_000);

async function captureEmpty(): Promise<string> {
  writeImage(service, 'empty.raw', Buffer.alloc(CAPACITY));
  const { configInfoFile } = writeMachineFiles(service, machine);
  const { out } = await service.run(
    ...['capture', '--config-info', configInfoFile, '--nvram-absent', '--storage-policies-absent'],
    ...['--site', 'vc-scenario', '--disk', '2000=images:empty.raw', '--wait', '--json'],
  );
  return JSON.parse(out).operation.restorePoint.id;
}

const CAPTURE = `mutation ($input: CaptureRestorePointInput!) { captureRestorePoint(input: $input) {
  restorePoint { id } operation { id } userErrors { code message path remedy } } }`;
const RECORD = `mutation ($input: RecordRestorePointInput!) { recordRestorePoint(input: $input) {
  restorePoint { id } userErrors { code message path remedy } } }`;
const PLAN = `mutation ($input: PlanRestoreInput!) { planRestore(input: $input) {
  plan { id digest verdict findings { ruleId } } userErrors { code message path remedy } } }`;
const EXECUTE = `mutation ($input: ExecutePlanInput!) { executePlan(input: $input) {
  operation { id } alreadyStarted userErrors { code message path remedy } } }`;
const OPERATION = `query ($id: ID!) { operation(id: $id) { state userErrors { code message remedy }
  disks { userErrors { code message remedy } } } }`;

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
}

async function ask(document: string, variables: Record<string, unknown>) {
  const { data, errors } = await service.query(document, variables);
  expect(errors).toEqual([]);
  return data;
}

const metadata = (configInfo: string) => ({
  site: { name: 'vc-scenario' },
  capturedAt: '2026-05-04T03:02:01.000Z',
  configInfo,
});

async function planInto(folder: string, location = 'restores', restorePointId = pointId) {
  const target = { localFiles: { location, folder } };
  return (await ask(PLAN, { input: { restorePoint: { restorePointId }, target } })).planRestore;
}

async function execute(plan: { id: string; digest: string }, idempotencyKey: string) {
  const input = { planId: plan.id, expectedDigest: plan.digest, idempotencyKey };
  return (await ask(EXECUTE, { input })).executePlan;
}

/** Ends when the operation has; answers with its state and every reason. */
async function endOf(operationId: string): Promise<{ state: string; refusals: readonly Refusal[] }> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const { operation } = await ask(OPERATION, { id: operationId });
    const refusals = [
      ...operation.userErrors,
      ...operation.disks.flatMap((disk: { userErrors: Refusal[] }) => disk.userErrors),
    ];
    if (!['QUEUED', 'RUNNING'].includes(operation.state)) return { state: operation.state, refusals };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`operation ${operationId} has not ended`);
}

/** Restores and expects a failure with this code, whether it is refused at once, by the plan, or while it runs. */
async function expectRestoreRefused(folder: string, code: string): Promise<Refusal> {
  const { plan, userErrors } = await planInto(folder);
  const started = plan === null ? null : await execute(plan, `refused-${folder}`);
  const immediate: readonly Refusal[] = started?.userErrors ?? userErrors;
  const refusals = started?.operation ? (await endOf(started.operation.id)).refusals : immediate;
  const found = refusals.find((refusal: Refusal) => refusal.code === code);
  expect(refusals.map((refusal: Refusal) => refusal.code)).toContain(code);
  expect(found?.remedy).toEqual(expect.any(String));
  return found as Refusal;
}

describe('ConfigInfo', () => {
  it.each([
    ['truncated', machine.configInfo(0).slice(0, 2000), 'CONFIG_INFO_TRUNCATED'],
    ['truncated JSON', estateMachine('demo-uefi-secure-boot').configInfo(0).slice(0, 2000), 'CONFIG_INFO_TRUNCATED'],
    ['not of a VM', '<folder xmlns="urn:vim25"><name>vm</name></folder>', 'CONFIG_INFO_NOT_A_VIRTUAL_MACHINE'],
    ['malformed', '<a><b></a>', 'CONFIG_INFO_MALFORMED'],
    [
      'only a .vmx [S26]',
      '.encoding = "UTF-8"\ndisplayName = "web01"\nscsi0:0.fileName = "web01-000002.vmdk"\n',
      'CONFIG_INFO_VMX_ONLY',
    ],
  ])('that is %s is refused with the reason', async (_title, configInfo, code) => {
    const input = { metadata: metadata(configInfo), tool: 'scenario', toolReference: `bad-${code}` };
    const { recordRestorePoint } = await ask(RECORD, { input });
    expect(recordRestorePoint.restorePoint).toBeNull();
    expect(recordRestorePoint.userErrors.map((refusal: Refusal) => refusal.code)).toEqual([code]);
  });

  it('over the limit is refused by the service before it is read, and the service goes on', async () => {
    const { status, text } = await announceBody(9 * MIB);
    expect(status).toBe(413);
    expect(text).toContain('LIMIT_EXCEEDED');
    expect((await ask('{ viewer { name } }', {})).viewer.name).toEqual(expect.any(String));
  });

  it('over the limit is refused by the command line with its size', async () => {
    const file = join(service.workFolder, 'over.xml');
    writeFileSync(file, machine.configInfo(0).replace('</', `<!--${'x'.repeat(9 * MIB)}--></`));
    const { exitCode, error } = await service.run(
      ...['record', file, '--site', 'vc1', '--tool', 'scenario', '--captured-at', '2026-05-04T03:02:01Z'],
    );
    expect(exitCode).toBe(2);
    expect(error).toMatch(/over\.xml has \d+ bytes; at most 8388608 are taken/);
  });
});

/** Sends the head of a request that says how long its body will be, and not the body. */
function announceBody(lengthBytes: number): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': lengthBytes,
      authorization: `Bearer ${service.token}`,
    };
    const sent = request(`${service.url}/graphql`, { method: 'POST', headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') });
        sent.destroy();
      });
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
}

describe('disk images', () => {
  async function captureImage(path: string, format = 'RAW') {
    const disks = [{ deviceKey: 2000, location: 'images', path, format }];
    const { captureRestorePoint } = await ask(CAPTURE, { input: { metadata: metadata(machine.configInfo(0)), disks } });
    const { operation, userErrors } = captureRestorePoint;
    return operation === null ? { state: 'REFUSED', refusals: userErrors } : endOf(operation.id);
  }

  it.each([
    ['shorter than its capacity', CAPACITY - 512, 'SOURCE_SIZE_MISMATCH'],
    ['longer than its capacity', CAPACITY + 512, 'SOURCE_SIZE_MISMATCH'],
    ['not a multiple of 512 bytes', CAPACITY - 100, 'SOURCE_NOT_SECTOR_ALIGNED'],
  ])('%s are refused', async (_title, bytes, code) => {
    writeImage(service, `bad/${bytes}.raw`, quickImage('bad', bytes));
    const { state, refusals } = await captureImage(`bad/${bytes}.raw`);
    expect(state).toBe('FAILED');
    expect(refusals.map((refusal: Refusal) => refusal.code)).toContain(code);
  });

  it('that are not there are refused', async () => {
    const { refusals } = await captureImage('bad/absent.raw');
    expect(refusals.map((refusal: Refusal) => refusal.code)).toContain('SOURCE_NOT_FOUND');
  });

  it('whose VMDK descriptor points outside its folder are refused, and the file outside is not read', async () => {
    writeImage(service, 'outside.raw', quickImage('outside', CAPACITY));
    const sectors = CAPACITY / 512;
    const head = '# Disk DescriptorFile\nversion=1\nCID=fffffffe\nparentCID=ffffffff\ncreateType="vmfs"';
    const descriptor = `${head}\nRW ${sectors} FLAT "../outside.raw" 0\n`;
    writeFileSync(imagePath(service, 'vmdk/disk.vmdk'), descriptor);
    const { refusals } = await captureImage('vmdk/disk.vmdk', 'VMDK_FLAT');
    expect(new Set(refusals.map((refusal: Refusal) => refusal.code))).toEqual(new Set(['VMDK_DESCRIPTOR_INVALID']));
    expect(JSON.stringify(refusals)).toContain('outside.raw');
  });

  it.each(['../data/admin.token', '/etc/passwd', 'a/../../keys/fingerprint.key', 'a\u0000b'])(
    'at a path outside the location are refused: %j',
    async (path) => {
      const { refusals } = await captureImage(path);
      expect(refusals.map((refusal: Refusal) => refusal.code)).toContain('PATH_OUTSIDE_LOCATION');
    },
  );

  it('behind a symlink that leaves the location are refused', async () => {
    symlinkSync(join(service.dataFolder, 'keys'), imagePath(service, 'link'));
    const { refusals } = await captureImage('link/fingerprint.key');
    expect(refusals.map((refusal: Refusal) => refusal.code)).toContain('PATH_OUTSIDE_LOCATION');
  });
});

describe('targets', () => {
  it.each(['../outside', '/etc', 'a/../../b'])('at a path outside the location are refused: %s', async (folder) => {
    const { plan, userErrors } = await planInto(folder);
    const codes = userErrors.map((refusal: Refusal) => refusal.code);
    const rules = plan === null ? [] : plan.findings.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect([...codes, ...rules]).toEqual(
      expect.arrayContaining([plan === null ? 'PATH_OUTSIDE_LOCATION' : 'target.folder-not-plain']),
    );
    if (plan !== null) expect(plan.verdict).toBe('NOT_RESTORABLE');
  });

  it('in a location that may not be written make the plan not restorable', async () => {
    const { plan, userErrors } = await planInto('somewhere', 'images');
    if (plan === null) expect(userErrors[0].code).toBe('LOCATION_NOT_AVAILABLE');
    else expect(plan.verdict).toBe('NOT_RESTORABLE');
  });

  it('behind a symlink in the target folder are refused, and nothing is written behind it', async () => {
    const outside = join(service.workFolder, 'outside');
    mkdirSync(outside);
    mkdirSync(service.restoresFolder, { recursive: true });
    symlinkSync(outside, join(service.restoresFolder, 'linked'));
    await expectRestoreRefused('linked/deep', 'PATH_OUTSIDE_LOCATION');
    expect(existsSync(join(outside, 'deep'))).toBe(false);
  });

  it('that exist are not overwritten', async () => {
    const folder = join(service.restoresFolder, 'exists');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'disk-2000.raw'), 'precious');
    await expectRestoreRefused('exists', 'TARGET_EXISTS');
    expect(readFileSync(join(folder, 'disk-2000.raw'), 'utf8')).toBe('precious');
  });

  it('whose folder is not writable are refused', async () => {
    const { plan } = await planInto('made/by/nobody', 'sealed', emptyPointId);
    if (plan.verdict === 'NOT_RESTORABLE') {
      const rules = plan.findings.map(({ ruleId }: { ruleId: string }) => ruleId);
      expect(rules).toContain('location.not-writable');
      return;
    }
    const { operation } = await execute(plan, 'not-writable');
    const { state, refusals } = await endOf(operation.id);
    expect(state).toBe('FAILED');
    expect(refusals.map(({ code }) => code)).toContain('TARGET_NOT_WRITABLE');
  });

  it('whose folder cannot be made, because a file stands there, are refused and the file stays', async () => {
    mkdirSync(service.restoresFolder, { recursive: true });
    writeFileSync(join(service.restoresFolder, 'file'), 'precious');
    const { plan } = await planInto('file');
    const { operation, userErrors } = await execute(plan, 'file-in-the-way');
    const refusals = operation === null ? userErrors : (await endOf(operation.id)).refusals;
    expect(refusals).not.toEqual([]);
    expect(readFileSync(join(service.restoresFolder, 'file'), 'utf8')).toBe('precious');
  });
});

describe('executions', () => {
  it('two restores of the same point at once, to different targets, both succeed', async () => {
    const plans = await Promise.all(['twice-1', 'twice-2'].map((folder) => planInto(folder)));
    const started = await Promise.all(plans.map(({ plan }, index) => execute(plan, `twice-${index}`)));
    const ends = await Promise.all(started.map(({ operation }) => endOf(operation.id)));
    expect(ends.map(({ state }) => state)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    const hashes = ['twice-1', 'twice-2'].map((folder) =>
      hashFile(join(service.restoresFolder, folder, 'disk-2000.raw')),
    );
    const [one, other] = await Promise.all(hashes);
    expect(one).toBe(other);
  });

  it('two restores of the same point at once, to the same target: one succeeds, the other is refused', async () => {
    const plans = await Promise.all([planInto('same'), planInto('same')]);
    const started = await Promise.all(plans.map(({ plan }, index) => execute(plan, `same-${index}`)));
    const ends = await Promise.all(
      started.map(({ operation, userErrors }) =>
        operation === null ? { state: 'REFUSED', refusals: userErrors as readonly Refusal[] } : endOf(operation.id),
      ),
    );
    expect(ends.filter(({ state }) => state === 'SUCCEEDED')).toHaveLength(1);
    const loser = ends.find(({ state }) => state !== 'SUCCEEDED');
    const codes = loser?.refusals.map(({ code }) => code) ?? [];
    expect(codes.some((code) => code === 'TARGET_BUSY' || code === 'TARGET_EXISTS')).toBe(true);
    const image = await hashFile(join(service.restoresFolder, 'same', 'disk-2000.raw'));
    expect(image).toBe(await hashFile(imagePath(service, machine.disks[0]?.fileName ?? '')));
  });

  it('the same idempotency key with another plan is refused', async () => {
    const [{ plan: one }, { plan: other }] = [await planInto('key-1'), await planInto('key-2')];
    const first = await execute(one, 'one-key');
    const second = await execute(other, 'one-key');
    expect(second.operation).toBeNull();
    expect(second.userErrors.map((refusal: Refusal) => refusal.code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect((await endOf(first.operation.id)).state).toBe('SUCCEEDED');
    expect(existsSync(join(service.restoresFolder, 'key-2'))).toBe(false);
  });

  it('the digest of another plan is refused', async () => {
    const [{ plan: one }, { plan: other }] = [await planInto('digest-1'), await planInto('digest-2')];
    const { operation, userErrors } = await execute({ id: one.id, digest: other.digest }, 'digest-mix');
    expect(operation).toBeNull();
    expect(userErrors.map((refusal: Refusal) => refusal.code)).toEqual(['DIGEST_MISMATCH']);
  });

  it('a plan that has expired is refused, with exit code 3 on the command line', async () => {
    const { plan } = await planInto('expired');
    const client = new pg.Client({ connectionString: service.databaseUrl() });
    await client.connect();
    await client.query(
      `UPDATE restore_plans SET created_at = now() - interval '3 hours',
      expires_at = now() - interval '2 hours' WHERE digest = decode($1, 'hex')`,
      [plan.digest],
    );
    await client.end();
    const { operation, userErrors } = await execute(plan, 'expired');
    expect(operation).toBeNull();
    expect(userErrors.map((refusal: Refusal) => refusal.code)).toEqual(['PLAN_EXPIRED']);
    const { exitCode, error } = await service.run('restore', plan.id, '--yes');
    expect(exitCode).toBe(3);
    expect(error).toContain('the plan expired at');
  });

  it('a plan whose facts have changed is refused as drifted, and the message says what changed', async () => {
    const other = estateMachine('demo-uefi-secure-boot', CAPACITY);
    const restorePointId = await captureQuickly(service, other);
    const { plan } = await planInto('drifted', 'restores', restorePointId);
    expect(plan.verdict).toBe('RESTORABLE');
    damageNewestChunk(join(service.dataFolder, 'repository'));
    expect((await service.run('verify', restorePointId)).exitCode).toBe(1);
    const { operation, userErrors } = await execute(plan, 'drifted');
    expect(operation).toBeNull();
    expect(userErrors.map((refusal: Refusal) => refusal.code)).toEqual(['PLAN_DRIFTED']);
    expect(userErrors[0].message).toMatch(/damaged/i);
    expect((await service.run('restore', plan.id, '--yes')).exitCode).toBe(3);
  });
});

describe('the command line', () => {
  it.each([
    ['an id of another type', ['verify', 'T3BlcmF0aW9uOjE']],
    ['an id that is none', ['operations', 'no-such-id']],
  ])('answers %s with an error and no stack', async (_title, args) => {
    const { exitCode, out, error } = await service.run(...args);
    expect(exitCode).toBe(1);
    expect(out + error).not.toContain('at ');
  });
});

describe('after all of it', () => {
  it('no secret of the estate stands in logs, output, database or files', async () => {
    expect(await findLeaks(service)).toEqual([]);
  });
});
