/**
 * Goal: a service that is started beside one that runs already harms nothing of it, and never takes it for itself.
 * Method: the address file of a running service lies in the data folder; the program that is started ends at once, as
 * the supervisor does when the data folder is held.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { placesIn, startService, waitUntilReady } from '../../src/cli/service-process.js';
import { startFakeService, TOKEN } from './fake-service.js';
import type { FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';

let folder: string;
let running: FakeService;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reinstate-second-'));
  running = await startFakeService({
    viewer: () => ({ name: 'admin', role: 'ADMIN', serviceVersion: '1', capabilities: [], capabilityNotes: [] }),
    executors: () => ({ nodes: [] }),
  });
  mkdirSync(join(folder, 'run'));
  writeFileSync(join(folder, 'run', 'api-url'), `${running.url}\n`);
  writeFileSync(join(folder, 'admin.token'), TOKEN, { mode: 0o600 });
});
afterEach(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

describe('a second service on a data folder', () => {
  it('leaves the address of the first one, and is not ready by it', async () => {
    const places = placesIn(folder);
    const second = await startService(places);
    const ready = waitUntilReady(second, fakeTerminal({ stepMs: 1 }), { timeoutMs: 60_000, needsEngine: false });
    await expect(ready).rejects.toThrow('the service ended with exit code 1');
    expect(existsSync(places.apiUrlFile)).toBe(true);
    expect(readFileSync(places.apiUrlFile, 'utf8')).toBe(`${running.url}\n`);
    expect(running.seen).toEqual([]);
  });
});
