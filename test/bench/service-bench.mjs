// A real `reinstate serve` on a data folder of its own, driven through GraphQL: what a restore costs with everything
// around the copy engine.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { removeCluster } from '../../dist/adapters/embedded-postgres/cluster-place.js';
import { isolatedEnvironment } from '../../dist/cli/isolated-environment.js';
import { ESTATE_DEFAULTS, estateVirtualMachines } from '../../dist/demo/estate/virtual-machines.js';
import { treeCpuMs } from './machine-load.mjs';

const program = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url));
const deviceKey = 2000;
const readyWithinMs = 120_000;
const pollMs = 10;

const CAPTURE = `mutation ($input: CaptureRestorePointInput!) { captureRestorePoint(input: $input) {
  restorePoint { id } operation { id } userErrors { code message } } }`;
const PLAN = `mutation ($input: PlanRestoreInput!) { planRestore(input: $input) {
  plan { id digest verdict } userErrors { code message } } }`;
const EXECUTE = `mutation ($input: ExecutePlanInput!) { executePlan(input: $input) {
  operation { id } userErrors { code message } } }`;
const STATE = 'query ($id: ID!) { operation(id: $id) { state userErrors { code message } } }';

/** Runs `work(service)` and takes the service away after it. */
export async function withService(folder, work) {
  const service = new BenchedService(join(folder, 'service'));
  try {
    await service.start();
    return await work(service);
  } finally {
    await service.stop();
    removeCluster(service.dataFolder);
    rmSync(service.dataFolder, { recursive: true, force: true });
  }
}

class BenchedService {
  #process;
  #names = 0;

  constructor(dataFolder) {
    this.dataFolder = dataFolder;
    this.logFile = join(dataFolder, 'service.log');
    mkdirSync(join(dataFolder, 'images'), { recursive: true, mode: 0o700 });
  }

  async start() {
    const log = openSync(this.logFile, 'a');
    const env = isolatedEnvironment({ REINSTATE_DATA_FOLDER: this.dataFolder, REINSTATE_PORT: '0' });
    rmSync(join(this.dataFolder, 'run', 'api-url'), { force: true });
    this.#process = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', log, log] });
    const deadline = performance.now() + readyWithinMs;
    while (performance.now() < deadline && this.#process.exitCode === null) {
      const viewer = await this.ask('{ viewer { capabilities } }').then(
        (data) => data.viewer,
        () => null,
      );
      if (viewer?.capabilities.includes('MOVE_DATA')) return;
      await sleep(100);
    }
    throw new Error(`the service did not get ready: ${this.#lastWords()}`);
  }

  async stop() {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async ask(query, variables = {}) {
    const url = readFileSync(join(this.dataFolder, 'run', 'api-url'), 'utf8').trim();
    const token = readFileSync(join(this.dataFolder, 'admin.token'), 'utf8').trim();
    const post = () =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
    // While a rival ran, this process stood still and the service has closed the connection that was kept.
    const response = await post().catch(post);
    const { data, errors } = await response.json();
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Captures the image, which goes into the service's folder; resolves to the id of the restore point. */
  async capture(imagePath, capacityBytes) {
    const name = `image-${(this.#names += 1)}.raw`;
    renameSync(imagePath, join(this.dataFolder, 'images', name));
    const machines = estateVirtualMachines({ ...ESTATE_DEFAULTS, capacityBytes });
    const machine = machines.find((one) => one.name === 'demo-bios-thin');
    const metadata = {
      site: { name: 'vc-bench' },
      capturedAt: new Date().toISOString(),
      configInfo: machine.configInfo(0),
      nvramBase64: Buffer.from(machine.nvramBytes(0) ?? []).toString('base64'),
    };
    const disks = [{ deviceKey, location: 'images', path: name, format: 'RAW' }];
    const input = { metadata, disks, idempotencyKey: name };
    const { captureRestorePoint } = await this.ask(CAPTURE, { input });
    if (captureRestorePoint.userErrors.length > 0) throw new Error(JSON.stringify(captureRestorePoint.userErrors));
    await this.#finish(captureRestorePoint.operation.id);
    return captureRestorePoint.restorePoint.id;
  }

  /** Plans, then executes the plan and removes what it made. Time from the request of executePlan to its success. */
  async restore(restorePointId) {
    const folder = `restore-${(this.#names += 1)}`;
    const target = { localFiles: { location: 'restores', folder } };
    const { planRestore } = await this.ask(PLAN, { input: { restorePoint: { restorePointId }, target } });
    if (planRestore.plan === null) throw new Error(JSON.stringify(planRestore.userErrors));
    const { id: planId, digest: expectedDigest } = planRestore.plan;
    const begin = performance.now();
    const { executePlan } = await this.ask(EXECUTE, { input: { planId, expectedDigest, idempotencyKey: folder } });
    if (executePlan.userErrors.length > 0) throw new Error(JSON.stringify(executePlan.userErrors));
    await this.#finish(executePlan.operation.id);
    const elapsedMs = performance.now() - begin;
    rmSync(join(this.dataFolder, 'restores', folder), { recursive: true });
    return elapsedMs;
  }

  async #finish(id) {
    for (;;) {
      const { operation } = await this.ask(STATE, { id });
      if (operation.state === 'SUCCEEDED') return;
      if (operation.state !== 'QUEUED' && operation.state !== 'RUNNING') throw new Error(JSON.stringify(operation));
      await sleep(pollMs);
    }
  }

  #status() {
    return JSON.parse(readFileSync(join(this.dataFolder, 'run', 'status.json'), 'utf8'));
  }

  #executorPid() {
    return this.#status().children.executor.pid;
  }

  /** Processor time of all its processes so far. */
  cpuMs() {
    return treeCpuMs([this.#process.pid, this.#status().database.pid]);
  }

  /** Of the executor's process: what it holds now, and the most that it held since `forgetPeak`. */
  executorMemoryBytes() {
    const status = readFileSync(`/proc/${this.#executorPid()}/status`, 'utf8');
    const bytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)[1]) * 1024;
    return { resident: bytes('VmRSS'), peak: bytes('VmHWM') };
  }

  /** proc(5), clear_refs: 5 sets the peak to what is resident now. */
  forgetPeak() {
    writeFileSync(`/proc/${this.#executorPid()}/clear_refs`, '5');
  }

  /** What the executor logged at the end of each restored disk. */
  restoreDelaysMs() {
    const lines = readFileSync(this.logFile, 'utf8').split('\n');
    const entries = lines.filter((line) => line.includes('eventLoopDelayMs')).map((line) => JSON.parse(line));
    return entries.filter(({ kind }) => kind === 'EXECUTE_PLAN').map((entry) => entry.eventLoopDelayMs);
  }

  #lastWords() {
    return readFileSync(this.logFile, 'utf8').trim().split('\n').slice(-3).join(' ');
  }
}
