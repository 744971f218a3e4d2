/** `reinstate serve` as a process that may be killed in any of its parts and is started again whenever it has ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { removeCluster } from '../../../src/adapters/embedded-postgres/cluster-place.js';
import { isolatedEnvironment } from '../../../src/cli/isolated-environment.js';

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'bin.mjs');
export const PARTS = ['command', 'supervisor', 'api', 'executor', 'postmaster'] as const;
export type Part = (typeof PARTS)[number];

interface Answer {
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

interface Status {
  readonly supervisor: { readonly pid: number };
  readonly database: { readonly pid: number | null };
  readonly children: Readonly<Record<string, { readonly pid: number | null }>>;
}

/** What a client sees of a service that is away for a moment; everything else is an answer, or a bug. */
const PASSING_CODES = ['UNAVAILABLE', 'TIMEOUT'];
const ANSWER_WITHIN_MS = 45_000;

export class KillableService {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'reinstate-kill-')));
  readonly dataFolder = join(this.root, 'data');
  readonly logFile = join(this.root, 'service.log');
  /** Requests that got no answer and were sent again. */
  repeats = 0;
  starts = 0;
  #process: ChildProcess | undefined;
  #keepRunning = true;

  /** Starts it now and after each of its ends. */
  start(): void {
    const log = openSync(this.logFile, 'a');
    const env = isolatedEnvironment({ REINSTATE_DATA_FOLDER: this.dataFolder, REINSTATE_PORT: '0' });
    this.#process = spawn(process.execPath, [PROGRAM, 'serve'], { env, stdio: ['ignore', log, log] });
    this.starts += 1;
    this.#process.once('close', () => {
      if (this.#keepRunning) this.start();
    });
  }

  /** SIGTERM; resolves to the exit code. */
  async stop(): Promise<number | null> {
    this.#keepRunning = false;
    const child = this.#process;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    return await ended;
  }

  /** Only what is still the process that we take it for. */
  kill(part: Part): void {
    const pid = part === 'command' ? this.#process?.pid : this.#pidOf(part);
    if (pid === undefined || pid === null || !this.#isOurs(pid)) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone in between.
    }
  }

  #pidOf(part: Part): number | null {
    try {
      const status = JSON.parse(readFileSync(join(this.dataFolder, 'run', 'status.json'), 'utf8')) as Status;
      if (part === 'supervisor') return status.supervisor.pid;
      return part === 'postmaster' ? status.database.pid : (status.children[part]?.pid ?? null);
    } catch {
      return null;
    }
  }

  /** Processes that work in the folders of this service or were started with them. */
  processes(): readonly number[] {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((pid) => pid !== process.pid && this.#isOurs(pid));
  }

  #isOurs(pid: number): boolean {
    try {
      const link = join(this.dataFolder, 'postgres-18');
      const cluster = existsSync(link) ? realpathSync(link) : this.dataFolder;
      if (readlinkSync(`/proc/${pid}/cwd`) === cluster) return true;
      const said = `${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}${readFileSync(`/proc/${pid}/environ`, 'utf8')}`;
      return said.includes(this.dataFolder);
    } catch {
      return false;
    }
  }

  /** Asks until there is an answer, as a patient client does: the same request, the same key. */
  async ask(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<any> {
    const deadline = Date.now() + ANSWER_WITHIN_MS;
    let reason = 'never asked';
    while (Date.now() < deadline) {
      try {
        const { data, errors } = await this.#askOnce(document, variables);
        if (errors === undefined) return data;
        reason = JSON.stringify(errors);
        if (!errors.every(({ extensions }) => PASSING_CODES.includes(extensions.code))) break;
      } catch (error) {
        reason = (error as Error).message;
      }
      this.repeats += 1;
      await sleep(50);
    }
    throw new Error(`no good answer to ${document.slice(0, 60)}: ${reason}`);
  }

  async #askOnce(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
    const url = readFileSync(join(this.dataFolder, 'run', 'api-url'), 'utf8').trim();
    const token = readFileSync(join(this.dataFolder, 'admin.token'), 'utf8').trim();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(5_000),
    });
    return (await response.json()) as Answer;
  }

  async withDatabase<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const url = readFileSync(join(this.dataFolder, 'keys', 'database-url'), 'utf8').trim();
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  lastWords(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').split('\n').slice(-40).join('\n') : '';
  }

  remove(): void {
    for (const pid of this.processes()) process.kill(pid, 'SIGKILL');
    removeCluster(this.dataFolder);
    rmSync(this.root, { recursive: true, force: true });
  }

  makeFolders(): void {
    mkdirSync(join(this.dataFolder, 'images'), { recursive: true, mode: 0o700 });
  }
}
