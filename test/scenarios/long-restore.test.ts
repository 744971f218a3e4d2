/**
 * Goal: PostgreSQL that is stopped during a restore and started again costs time and nothing else: the restore ends
 * well, and whoever follows it sees the end.
 * Method: the postmaster of a real service is told to shut down while a restore runs; the supervisor starts it again;
 * the restored image is held against its source.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashFile } from '../../src/demo/proof.js';
import { estateMachine, imagePath, MIB, writeMachineFiles } from './support/machine.js';
import { findLeaks } from './support/secrets.js';
import { startScenarioService } from './support/service.js';
import type { ScenarioService } from './support/service.js';

/** Long enough for the database to go while blocks move. */
const CAPACITY = 384 * MIB;
const machine = estateMachine('demo-bios-thin', CAPACITY);
let service: ScenarioService;

beforeAll(async () => {
  service = await startScenarioService();
}, 90_000);
afterAll(() => service?.stop(), 60_000);

function postmasterPid(): number {
  return Number(readFileSync(join(service.dataFolder, 'postgres-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

const STATE = 'query ($id: ID!) { operation(id: $id) { state phase percent finishedAt userErrors { code } } }';

async function waitUntilRunning(id: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const { data } = await service.query(STATE, { id });
    if (data.operation.state !== 'QUEUED') return;
    await sleep(20);
  }
  throw new Error('the restore did not begin');
}

describe('a long restore', () => {
  it('ends well when PostgreSQL is stopped during it and started again, and its follower sees the end', async () => {
    const source = imagePath(service, 'big.raw');
    writeFileSync(source, randomBytes(CAPACITY));
    const { configInfoFile, nvramFile } = writeMachineFiles(service, machine);
    const captured = await service.run(
      ...['capture', '--config-info', configInfoFile, '--nvram', nvramFile, '--site', 'vc1'],
      ...['--disk', '2000=images:big.raw', '--storage-policies-absent', '--wait', '--json'],
    );
    expect(captured.exitCode).toBe(0);
    const { plan } = JSON.parse((await service.run('plan', '--vm', machine.name, '--folder', 'away', '--json')).out);
    const started = await service.run('restore', plan.id, '--yes', '--json');
    const { id } = JSON.parse(started.out).operation;
    await waitUntilRunning(id);
    const follower = service.run('operations', id, '--follow', '--json');
    const before = postmasterPid();
    const stoppedAt = new Date().toISOString();
    process.kill(before, 'SIGINT');
    const { exitCode, out, error } = await follower;
    const { operation } = JSON.parse(out);
    expect({ exitCode, state: operation?.state, error: exitCode === 0 ? '' : error }).toEqual({
      exitCode: 0,
      state: 'SUCCEEDED',
      error: '',
    });
    expect(operation.finishedAt > stoppedAt).toBe(true);
    expect(postmasterPid()).not.toBe(before);
    expect(await hashFile(join(service.restoresFolder, 'away', 'disk-2000.raw'))).toBe(await hashFile(source));
  }, 120_000);

  it('Ctrl-C while a restore is watched cancels nothing', async () => {
    const { plan } = JSON.parse((await service.run('plan', '--vm', machine.name, '--folder', 'let-go', '--json')).out);
    const { exitCode, out } = await service.start(['restore', plan.id, '--yes', '--wait'], (said, child) => {
      if (said.includes('progress')) child.kill('SIGINT');
    });
    expect(out).toContain('execute plan goes on without this command.');
    expect(exitCode).toBe(3);
    const id = /reinstate operations (\S+) --follow/.exec(out)?.[1] ?? '';
    const followed = await service.run('operations', id, '--follow', '--json');
    expect(JSON.parse(followed.out).operation).toMatchObject({ state: 'SUCCEEDED', cancelRequested: false });
  }, 60_000);

  it('leaves no secret of the estate behind', async () => {
    expect(await findLeaks(service)).toEqual([]);
  }, 60_000);
});
