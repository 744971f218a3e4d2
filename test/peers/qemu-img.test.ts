/**
 * Goal: disk images as another program writes them are captured whole and come back as that program reads them; what
 * cannot be read is refused by name.
 * Method: qemu-img writes raw images and VMDKs of each kind; a real service captures and restores each; `qemu-img
 * compare` holds the restored image against the source. A delta disk is offered too.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { estateMachine, imagePath, MIB, quickImage, writeMachineFiles } from '../scenarios/support/machine.js';
import { type ScenarioService, startScenarioService } from '../scenarios/support/service.js';
import { findPeer, peerOrSkip } from '../support/peers.js';

const it = peerOrSkip('qemu-img');
const program = findPeer('qemu-img');
let service: ScenarioService;

beforeAll(async () => {
  if (program !== undefined) service = await startScenarioService();
}, 90_000);
afterAll(() => service?.stop(), 60_000);

function qemuImg(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program ?? '', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : `exit code ${status}: ${stdout}${stderr}`;
}

/** A raw image in the work folder with data at both ends, the source of every form. */
function makeSource(name: string, capacityBytes: number): string {
  const path = join(service.workFolder, `${name}-source.raw`);
  const end = quickImage(name, 9 * MIB);
  writeFileSync(path, end);
  // A large image is the small one twice with a hole between, across the border of an extent.
  if (capacityBytes > end.length) {
    const file = openSync(path, 'r+');
    writeSync(file, end, 0, end.length, capacityBytes - end.length);
    writeSync(file, end, 0, end.length, 2_047 * MIB - 4 * MIB);
    closeSync(file);
  }
  return path;
}

function writeAs(source: string, form: readonly string[], path: string): void {
  expect(qemuImg('convert', '-f', 'raw', ...form, source, imagePath(service, path))).toBe('');
}

async function capture(capacityBytes: number, disk: string) {
  const { configInfoFile, nvramFile } = writeMachineFiles(service, estateMachine('demo-bios-thin', capacityBytes));
  const files = ['--config-info', configInfoFile, '--nvram', nvramFile, '--site', 'vc-peer'];
  return service.run('capture', ...files, '--disk', `2000=images:${disk}`, '--wait', '--json');
}

const vmdkOf = (subformat: string): string[] => ['-O', 'vmdk', '-o', `subformat=${subformat}`];
const FLAT = vmdkOf('monolithicFlat');
const SPLIT = vmdkOf('twoGbMaxExtentFlat');

describe('qemu-img', () => {
  // The split form begins a second extent at 2 GiB.
  it.each([
    ['a raw image', 'raw', ['-O', 'raw'], 9 * MIB, 'disk.raw', 'raw'],
    ['a flat VMDK', 'flat', FLAT, 9 * MIB, 'disk.vmdk:vmdk', 'vmdk'],
    ['a sparse VMDK', 'sparse', vmdkOf('monolithicSparse'), 9 * MIB, 'disk.vmdk:vmdk', 'vmdk'],
    ['a stream-optimised VMDK', 'stream', vmdkOf('streamOptimized'), 9 * MIB, 'disk.vmdk:vmdk', 'vmdk'],
    ['a VMDK split into extents of 2 GiB', 'split', SPLIT, 2_060 * MIB, 'disk.vmdk:vmdk', 'vmdk'],
  ] as const)(
    'finds %s identical after capture and restore',
    async (_title, name, form, capacityBytes, disk, format) => {
      const source = makeSource(name, capacityBytes);
      const image = `${name}/${disk.replace(/:vmdk$/, '')}`;
      writeAs(source, form, image);
      const captured = await capture(capacityBytes, `${name}/${disk}`);
      expect([captured.exitCode, captured.exitCode === 0 ? '' : captured.out]).toEqual([0, '']);
      const planned = await service.run('plan', '--vm', 'demo-bios-thin', '--folder', name, '--json');
      const { plan } = JSON.parse(planned.out);
      const restored = await service.run('restore', plan.id, '--yes', '--wait', '--json');
      expect([restored.exitCode, restored.exitCode === 0 ? '' : restored.out]).toEqual([0, '']);
      const result = join(service.restoresFolder, name, 'disk-2000.raw');
      const compare = ['compare', '-f', 'raw', '-F', format, result, imagePath(service, image)];
      expect(qemuImg(...compare)).toBe('Images are identical.');
      rmSync(join(service.restoresFolder, name), { recursive: true });
      rmSync(source);
    },
    120_000,
  );

  it('writes a delta disk, which is refused by the name of its parent', async () => {
    const source = makeSource('delta', 9 * MIB);
    writeAs(source, vmdkOf('monolithicSparse'), 'delta/base.vmdk');
    const child = imagePath(service, 'delta/disk.vmdk');
    expect(qemuImg('create', '-q', '-f', 'vmdk', '-b', 'base.vmdk', '-F', 'vmdk', child)).toBe('');
    const { exitCode, out } = await capture(9 * MIB, 'delta/disk.vmdk:vmdk');
    const { operation } = JSON.parse(out);
    const codes = operation.userErrors.map((error: { code: string }) => error.code);
    expect([exitCode, codes]).toEqual([1, ['SOURCE_FORMAT_UNSUPPORTED']]);
    expect(operation.userErrors[0].message).toContain('base.vmdk');
  }, 60_000);
});
