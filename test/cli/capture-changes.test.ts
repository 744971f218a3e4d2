/**
 * Goal: what changed since an earlier point reaches the service as it stands in the file, for the right disks, and a
 * file that does not tell it is refused before anything is asked.
 * Method: the whole command line in this process, against a GraphQL server with the real schema.
 */
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.js';
import { startFakeService } from './fake-service.js';
import type { FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import { MOMENT, operation, page, point } from './sample-answers.js';

const folder = mkdtempSync(join(tmpdir(), 'reinstate-changes-'));
const configInfo = join(folder, 'web01.xml');
writeFileSync(configInfo, '<config/>');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

async function capture(...words: readonly string[]) {
  service ??= await startFakeService({
    captureRestorePoint: () => ({ restorePoint: point, operation, userErrors: [] }),
  });
  const terminal = fakeTerminal();
  const disks = ['--disk', '2000=images:a.raw', '--disk', '2001=images:b.raw'];
  const args = ['capture', '--config-info', configInfo, '--site', 'vc1', '--captured-at', MOMENT, ...disks, ...words];
  const exitCode = await runCli([...args, '--url', service.url, '--token-file', service.tokenFile], terminal);
  return { exitCode, error: terminal.error(), input: service.seen[0]?.variables['input'] as { disks: unknown[] } };
}

function changes(content: string): string {
  const file = join(folder, 'changes.json');
  writeFileSync(file, content);
  return file;
}

describe('capture --since --changed', () => {
  it('sends what changed of the disks that the file names; the others are read whole', async () => {
    const file = changes(
      '{"2001": [{"offsetBytes": 65536, "lengthBytes": 512}, {"offsetBytes": 0, "lengthBytes": 1}]}',
    );
    const { exitCode, input } = await capture('--since', 'point-1', '--changed', file);
    expect(exitCode).toBe(0);
    expect(input.disks).toEqual([
      { deviceKey: 2000, location: 'images', path: 'a.raw', format: 'RAW' },
      {
        deviceKey: 2001,
        location: 'images',
        path: 'b.raw',
        format: 'RAW',
        incremental: {
          parentRestorePointId: 'point-1',
          changedExtents: [
            { offsetBytes: '65536', lengthBytes: '512' },
            { offsetBytes: '0', lengthBytes: '1' },
          ],
          fallbackToFull: false,
        },
      },
    ]);
  });

  it('allows a whole capture where that is asked for, and takes a bare UUID as the point', async () => {
    const uuid = '01900000-0000-7000-8000-000000000001';
    const words = ['--since', uuid, '--changed', changes('{"2000": []}'), '--full-if-needed'];
    const { input } = await capture(...words);
    const parentRestorePointId = Buffer.from(`RestorePoint:${uuid}`).toString('base64url');
    const incremental = { parentRestorePointId, changedExtents: [], fallbackToFull: true };
    expect(input.disks[0]).toMatchObject({ deviceKey: 2000, incremental });
  });

  it.each([
    ['no JSON', '{', 'is not JSON'],
    ['a list', '[]', 'does not tell what changed: (document)'],
    ['a negative offset', '{"2000": [{"offsetBytes": -1, "lengthBytes": 1}]}', '2000.0.offsetBytes'],
    ['half a byte', '{"2000": [{"offsetBytes": 0.5, "lengthBytes": 1}]}', '2000.0.offsetBytes'],
    ['bytes as text', '{"2000": [{"offsetBytes": "0", "lengthBytes": 1}]}', '2000.0.offsetBytes'],
    ['no length', '{"2000": [{"offsetBytes": 0}]}', '2000.0.lengthBytes'],
    ['another field', '{"2000": [{"offsetBytes": 0, "lengthBytes": 1, "start": 0}]}', 'start'],
    ['no device key', '{"disk": []}', 'disk is no device key'],
    ['a disk that is not captured', '{"2002": []}', 'tells of disk 2002, which no --disk names'],
  ])('refuses %s and asks nothing of the service', async (_name, content, says) => {
    const { exitCode, error, input } = await capture('--since', 'point-1', '--changed', changes(content));
    expect([exitCode, input]).toEqual([2, undefined]);
    expect(error).toContain(says);
  });

  it.each([
    ['--since', 'point-1'],
    [`--changed`, 'x.json'],
  ])('wants both: %s alone is refused', async (...words) => {
    const { exitCode, input } = await capture(...words);
    expect([exitCode, input]).toEqual([2, undefined]);
  });
});

describe('points', () => {
  it.each([
    ['full', [{ captureMethod: 'FULL', readBytes: '1048576' }]],
    [
      '3.0 MiB',
      [
        { captureMethod: 'INCREMENTAL', readBytes: '1048576' },
        { captureMethod: 'FULL', readBytes: '2097152' },
      ],
    ],
    ['-', [{ captureMethod: null, readBytes: null }]],
  ])('says how much was read: %s', async (text, disks) => {
    const row = { ...point, disks: disks.map((disk) => ({ ...point.disks[0], ...disk })) };
    service = await startFakeService({ restorePoints: () => page([row]) });
    const terminal = fakeTerminal();
    await runCli(['points', '--url', service.url, '--token-file', service.tokenFile], terminal);
    const [head = '', line = ''] = terminal.out().split('\n');
    const column = head.indexOf('READ');
    expect(line.slice(column, head.indexOf('DISKS')).trim()).toBe(text);
  });
});
