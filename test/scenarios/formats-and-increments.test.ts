/**
 * Goal: through GraphQL a disk comes back in every target format as the disk that it was, say readers of other makers;
 * and a point captured by its changes is the point that a whole capture would have given.
 * Method: a real service; qemu-img judges the finished files against the captured image; index hashes compared.
 */
import { closeSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashFile } from '../../src/demo/proof.js';
import { pseudoRandomBytes } from '../../src/demo/guest-files.js';
import { complaintsOfQemu } from '../native/vmdk-judges.js';
import { estateMachine, imagePath, MIB, writeMachineFiles } from './support/machine.js';
import { type ScenarioService, startScenarioService } from './support/service.js';

const CAPACITY = 48 * MIB;
const machine = estateMachine('demo-bios-thin', CAPACITY);
/** What qemu-img calls them, and the name of the file. */
const CREATE_TYPES = {
  VMDK_FLAT: ['monolithicFlat', 'disk-2000.vmdk'],
  VMDK_SPARSE: ['monolithicSparse', 'disk-2000.vmdk'],
  VMDK_STREAM_OPTIMIZED: ['streamOptimized', 'disk-2000.vmdk'],
  QCOW2: ['qcow2', 'disk-2000.qcow2'],
} as const;
let service: ScenarioService;
let image: string;
let firstPoint: string;
let captures = 0;

beforeAll(async () => {
  service = await startScenarioService();
  image = imagePath(service, 'formats/disk.raw');
  const content = Buffer.alloc(CAPACITY);
  for (let at = 0; at < 20; at += 1) pseudoRandomBytes(`formats ${at}`, 70_000).copy(content, at * 2 * MIB + at * 4096);
  content.write('text that compresses. '.repeat(40_000), 45 * MIB);
  writeFileSync(image, content);
  firstPoint = await capture();
}, 120_000);
afterAll(() => service?.stop(), 60_000);

async function capture(...words: readonly string[]): Promise<string> {
  const { configInfoFile, nvramFile } = writeMachineFiles(service, machine);
  const files = ['--config-info', configInfoFile, '--nvram', nvramFile, '--site', 'vc-formats'];
  const disk = ['--disk', '2000=images:formats/disk.raw'];
  captures += 1;
  const key = ['--idempotency-key', `formats-${captures}`, '--captured-at', new Date().toISOString()];
  let { exitCode, out } = await service.run('capture', ...files, ...disk, ...words, ...key, '--wait', '--json');
  // A catalog that a busy machine keeps waiting says so; the same key again is the same capture.
  for (let again = 0; again < 3 && out.includes('"UNAVAILABLE"'); again += 1) {
    ({ exitCode, out } = await service.run('capture', ...files, ...disk, ...words, ...key, '--wait', '--json'));
  }
  expect([exitCode, exitCode === 0 ? '' : out]).toEqual([0, '']);
  return JSON.parse(out).operation.restorePoint.id;
}

const PLAN = `mutation ($input: PlanRestoreInput!) { planRestore(input: $input) {
  plan { id digest verdict disks { format target } } userErrors { code message } } }`;
const EXECUTE = `mutation ($input: ExecutePlanInput!) { executePlan(input: $input) {
  operation { id } userErrors { code message } } }`;
const FOLLOW = `query ($id: ID!) { operation(id: $id) { state userErrors { code message } } }`;

async function plan(diskFormat: string, folder: string, restorePointId = firstPoint) {
  const target = { localFiles: { location: 'restores', folder, diskFormat } };
  const { data } = await service.query(PLAN, { input: { restorePoint: { restorePointId }, target } });
  expect(data.planRestore.userErrors).toEqual([]);
  return data.planRestore.plan;
}

async function execute({ id, digest }: { id: string; digest: string }): Promise<void> {
  const input = { planId: id, expectedDigest: digest, idempotencyKey: id };
  const { data } = await service.query(EXECUTE, { input });
  expect(data.executePlan.userErrors).toEqual([]);
  for (;;) {
    const { operation } = (await service.query(FOLLOW, { id: data.executePlan.operation.id })).data;
    if (['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(operation.state)) {
      expect([operation.state, operation.userErrors]).toEqual(['SUCCEEDED', []]);
      return;
    }
    await sleep(100);
  }
}

describe('target formats', () => {
  it.each(Object.entries(CREATE_TYPES))(
    '%s is the disk that was captured, says qemu-img',
    async (format, [createType, file]) => {
      const planned = await plan(format, `formats/${format}`);
      expect(planned.verdict).toBe('RESTORABLE');
      expect(planned.disks).toEqual([{ format, target: `restores:formats/${format}/${file}` }]);
      await execute(planned);
      const folder = join(service.restoresFolder, 'formats', format);
      const extent = format === 'VMDK_FLAT' ? ['disk-2000-flat.vmdk'] : [];
      expect(readdirSync(folder).sort()).toEqual(['config-info.json', ...extent, file, 'vm.nvram']);
      expect(complaintsOfQemu(join(folder, file), image, createType)).toEqual([]);
    },
    60_000,
  );

  it.each(['RAW_SPARSE', 'RAW_THICK'])(
    '%s holds the bytes of the image, in as many blocks as it says',
    async (format) => {
      await execute(await plan(format, `formats/${format}`));
      const file = join(service.restoresFolder, 'formats', format, 'disk-2000.raw');
      expect(await hashFile(file)).toBe(await hashFile(image));
      const isWhole = statSync(file).blocks * 512 >= CAPACITY;
      expect(isWhole).toBe(format === 'RAW_THICK');
    },
    60_000,
  );

  it('a folder that holds the disk in another format is refused, and what stands there is left', async () => {
    const { data } = await service.query(EXECUTE, {
      input: await plan('VMDK_SPARSE', 'formats/VMDK_FLAT').then(({ id, digest }) => ({
        planId: id,
        expectedDigest: digest,
        idempotencyKey: 'formats-again',
      })),
    });
    const id: string = data.executePlan.operation.id;
    let operation = { state: 'QUEUED', userErrors: [] as { code: string }[] };
    while (!['SUCCEEDED', 'FAILED'].includes(operation.state)) {
      await sleep(100);
      operation = (await service.query(FOLLOW, { id })).data.operation;
    }
    expect([operation.state, [...new Set(operation.userErrors.map(({ code }) => code))]]).toEqual([
      'FAILED',
      ['TARGET_EXISTS'],
    ]);
    const file = join(service.restoresFolder, 'formats', 'VMDK_FLAT', 'disk-2000.vmdk');
    expect(complaintsOfQemu(file, image, 'monolithicFlat')).toEqual([]);
  }, 60_000);
});

const POINT = `query ($id: ID!) { restorePoint(id: $id) {
  state disks { indexHash captureMethod readBytes parentRestorePointId dataBytes } } }`;

async function diskOf(id: string) {
  const { restorePoint } = (await service.query(POINT, { id })).data;
  expect(restorePoint.state).toBe('AVAILABLE');
  return restorePoint.disks[0];
}

describe('incremental capture', () => {
  it('reads what changed, gives the index of a whole capture, and is restored without its parent', async () => {
    const changes = [7 * MIB + 100, 30 * MIB].map((offsetBytes, at) => {
      const bytes = pseudoRandomBytes(`change ${at}`, 5000);
      const file = openSync(image, 'r+');
      writeSync(file, bytes, 0, bytes.length, offsetBytes);
      closeSync(file);
      return { offsetBytes, lengthBytes: bytes.length };
    });
    const changesFile = join(service.workFolder, 'changes.json');
    writeFileSync(changesFile, JSON.stringify({ 2000: changes }));
    const increment = await capture('--since', firstPoint, '--changed', changesFile);
    const whole = await capture();
    const [incremental, full] = [await diskOf(increment), await diskOf(whole)];
    expect(incremental).toEqual({
      indexHash: full.indexHash,
      dataBytes: full.dataBytes,
      captureMethod: 'INCREMENTAL',
      readBytes: String(2 * MIB),
      parentRestorePointId: firstPoint,
    });
    expect(full).toMatchObject({ captureMethod: 'FULL', parentRestorePointId: null });
    expect(full.indexHash).not.toBe((await diskOf(firstPoint)).indexHash);
    const deletion = `mutation ($input: DeleteRestorePointInput!) { deleteRestorePoint(input: $input) {
      userErrors { code message } } }`;
    const { data, errors } = await service.query(deletion, { input: { restorePointId: firstPoint } });
    expect([errors, data?.deleteRestorePoint.userErrors]).toEqual([[], []]);
    await execute(await plan('RAW_SPARSE', 'formats/increment', increment));
    const restored = join(service.restoresFolder, 'formats', 'increment', 'disk-2000.raw');
    expect(await hashFile(restored)).toBe(await hashFile(image));
    const listed = await service.run('points', '--vm', machine.name);
    expect(listed.out).toContain('captured  2.0 MiB  1');
  }, 120_000);
});
