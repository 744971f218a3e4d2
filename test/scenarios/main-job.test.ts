/**
 * Goal: a VM whose disk holds a real ext4 file system is captured, planned, restored and proven through the command
 * line and the real processes, and no secret of its ConfigInfo is left anywhere.
 * Method: `reinstate serve` as a process; e2fsprogs makes and judges the file system; hashes before and after.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFile } from '../../src/demo/proof.js';
import { guestFilesAt, writeGuestFiles } from '../../src/demo/guest-files.js';
import { findPeer, peerOrSkip } from '../support/peers.js';
import { damageNewestChunk } from './support/damage.js';
import { captureQuickly, estateMachine, imagePath, MIB, writeMachineFiles } from './support/machine.js';
import { findLeaks, findSecrets } from './support/secrets.js';
import { startScenarioService } from './support/service.js';
import type { ScenarioService } from './support/service.js';

const CAPACITY = 64 * MIB;
let service: ScenarioService;

beforeAll(async () => {
  service = await startScenarioService();
}, 90_000);
afterAll(() => service?.stop(), 60_000);

async function makeFileSystem(path: string, label: string) {
  const folder = join(service.workFolder, label);
  const files = guestFilesAt(label, 2000, 1);
  await writeGuestFiles(files, folder);
  const mke2fs = findPeer('mke2fs') ?? '';
  execFileSync(mke2fs, ['-q', '-F', '-t', 'ext4', '-d', folder, path, `${CAPACITY / 1024}k`]);
  return files;
}

describe('the main job', () => {
  const judged = peerOrSkip('mke2fs', 'e2fsck', 'debugfs');

  judged(
    'a restored ext4 image passes e2fsck -fn and its files have the hashes of before',
    async () => {
      const machine = estateMachine('demo-encrypted-vtpm', CAPACITY);
      const { configInfoFile, nvramFile } = writeMachineFiles(service, machine);
      const source = imagePath(service, 'main-job/disk.raw');
      const files = await makeFileSystem(source, 'main-job');
      const before = await hashFile(source);

      const captured = await service.run(
        ...['capture', '--config-info', configInfoFile, '--nvram', nvramFile, '--site', 'vc1'],
        ...['--disk', '2000=images:main-job/disk.raw', '--key-provider-type', 'STANDARD', '--wait', '--json'],
      );
      expect(captured.exitCode).toBe(0);
      const planned = await service.run('plan', '--vm', machine.name, '--folder', 'main-job/back', '--json');
      const { plan } = JSON.parse(planned.out);
      expect([planned.exitCode, plan.verdict]).toEqual([0, 'RESTORABLE_WITH_LOSS']);
      const restored = await service.run('restore', plan.id, '--yes', '--wait');
      expect(restored.exitCode).toBe(0);
      expect(restored.error).toContain('progress 100 %');
      expect(restored.out).toContain('execute plan demo-encrypted-vtpm: succeeded');

      const target = join(service.restoresFolder, 'main-job', 'back', 'disk-2000.raw');
      expect(await hashFile(target)).toBe(before);
      execFileSync(findPeer('e2fsck') ?? '', ['-fn', target], { stdio: 'ignore' });
      const rescued = join(service.workFolder, 'rescued');
      mkdirSync(rescued);
      execFileSync(findPeer('debugfs') ?? '', ['-R', `rdump / ${rescued}`, target], { stdio: 'ignore' });
      const hashesAfter = [...files.keys()].map((path) => sha256(readFileSync(join(rescued, path))));
      expect(hashesAfter).toEqual([...files.values()].map(sha256));
      expect(statSync(target).blocks * 512).toBeLessThan(CAPACITY / 2);
      const nvram = readFileSync(join(service.restoresFolder, 'main-job', 'back', 'vm.nvram'));
      expect(sha256(nvram)).toBe(sha256(readFileSync(nvramFile)));
    },
    60_000,
  );

  it('a point of several disks on several controllers is verified whole', async () => {
    const pointId = await captureQuickly(service, estateMachine('demo-several-controllers', 8 * MIB));
    const verified = await service.run('verify', pointId, '--json');
    expect(verified.exitCode).toBe(0);
    const { operation } = JSON.parse(verified.out);
    expect(
      operation.disks.map(({ deviceKey, state }: { deviceKey: number; state: string }) => [deviceKey, state]),
    ).toEqual([
      [2000, 'SUCCEEDED'],
      [2001, 'SUCCEEDED'],
      [2016, 'SUCCEEDED'],
      [16030, 'SUCCEEDED'],
      [32000, 'SUCCEEDED'],
    ]);
    const listed = await service.run('points', '--vm', 'demo-several-controllers');
    expect(listed.out).toContain('available  captured  full  5');
  }, 60_000);

  it('a damaged chunk is found by verify, named, and makes the point not restorable', async () => {
    const machine = estateMachine('demo-bios-thin', 4 * MIB);
    const pointId = await captureQuickly(service, machine);
    damageNewestChunk(join(service.dataFolder, 'repository'));
    const verified = await service.run('verify', pointId, '--json');
    expect(verified.exitCode).toBe(1);
    expect(verified.out).toContain('REPOSITORY_DAMAGED');
    const planned = await service.run('plan', pointId, '--folder', 'damaged', '--json');
    expect([planned.exitCode, JSON.parse(planned.out).plan.verdict]).toEqual([1, 'NOT_RESTORABLE']);
  }, 60_000);
});

describe('secrets', () => {
  it('the search finds what it looks for, in every form', () => {
    const secret = 'CANARY-of-this-test';
    const texts = [secret, Buffer.from(secret).toString('hex')];
    for (const lead of ['', 'a', 'ab']) texts.push(Buffer.from(`${lead}${secret}tail`).toString('base64'));
    for (const text of texts)
      expect(findSecrets(`<${text}>`, 'here', { secret })).toEqual([{ secret: 'secret', where: 'here' }]);
    writeFileSync(join(service.dataFolder, 'leak'), secret);
    return expect(findLeaks(service, { secret })).resolves.toEqual([{ secret: 'secret', where: 'leak' }]);
  });

  it('the search reaches tables of both schemas, output and files of the database', async () => {
    const { data } = await service.query('{ operations(first: 1) { nodes { id } } }');
    const [, uuid = ''] = Buffer.from(data.operations.nodes[0].id, 'base64url').toString('utf8').split(':');
    const places = (await findLeaks(service, { uuid })).map(({ where }) => where);
    expect(places).toEqual(
      expect.arrayContaining(['logs and output of commands', 'table public.operations', 'table dbos.workflow_status']),
    );
    expect(places.some((place) => place.startsWith('restores'))).toBe(false);
    const restored = await findLeaks(service, { name: 'demo-encrypted-vtpm' });
    expect(restored.map(({ where }) => where)).toContain('restores/main-job/back/config-info.json');
  });

  it('of the estate stand nowhere but in sealed rows: not in logs, output, database, dbos or files', async () => {
    expect(await findLeaks(service)).toEqual([]);
  });
});

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
