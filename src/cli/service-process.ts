import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSecretFile } from '../config.js';
import { CliError } from './cli-error.js';
import type { CliIo } from './cli-io.js';
import { createGraphqlClient } from './client/graphql-client.js';
import type { GraphqlClient } from './client/graphql-client.js';
import { ServiceStateDocument } from './generated/operations.js';
import type { ServiceStateQuery } from './generated/operations.js';

const SUPERVISOR = fileURLToPath(new URL('../supervisor/main.js', import.meta.url));
const READY_EVERY_MS = 100;

export interface ServicePlaces {
  readonly dataFolder: string;
  readonly apiUrlFile: string;
  readonly adminTokenFile: string;
  /** Where the logs of the service go; null passes them on to our own stderr. */
  readonly logFile: string | null;
}

export interface ServiceProcess {
  readonly child: ChildProcess;
  readonly places: ServicePlaces;
  /** Resolves to the exit code once the service has ended; 128 when a signal ended it. */
  readonly ended: Promise<number>;
  /** Address file as it was at the start: it belongs to a service that runs already, or to one that was cut off. */
  readonly before: string | undefined;
}

/** Places of a service in their data folder, as src/config.ts lays them out. */
export function placesIn(dataFolder: string): ServicePlaces {
  return {
    dataFolder,
    apiUrlFile: join(dataFolder, 'run', 'api-url'),
    adminTokenFile: join(dataFolder, 'admin.token'),
    logFile: join(dataFolder, 'logs', 'service.log'),
  };
}

/**
 * Starts the supervisor in a process group of its own, so that Ctrl-C reaches it once and from us. However we end, its
 * standard input closes then, and it ends too.
 */
export async function startService(
  places: ServicePlaces,
  environment?: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const before = recordOf(places.apiUrlFile);
  if (places.logFile !== null) {
    await mkdir(places.dataFolder, { recursive: true, mode: 0o700 });
    await mkdir(join(places.dataFolder, 'logs'), { recursive: true, mode: 0o700 });
  }
  const log = places.logFile === null ? null : openSync(places.logFile, 'a', 0o600);
  const child = spawn(process.execPath, [SUPERVISOR], {
    detached: true,
    stdio: ['pipe', 'ignore', log ?? 'inherit'],
    ...(environment === undefined ? {} : { env: environment }),
  });
  if (log !== null) closeSync(log);
  child.stdin?.on('error', () => undefined);
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 128));
  });
  return { child, places, ended, before };
}

export interface ReadyService {
  readonly url: string;
  readonly client: GraphqlClient;
  readonly viewer: ServiceStateQuery['viewer'];
  readonly executors: ServiceStateQuery['executors']['nodes'];
}

/**
 * Waits until the service answers, and until it can move data when `needsEngine`. Throws CliError when it ends, has no
 * copy engine though one is needed, or stays silent for `timeoutMs`, with the last lines of its log.
 */
export async function waitUntilReady(
  service: ServiceProcess,
  io: CliIo,
  { timeoutMs, needsEngine }: { timeoutMs: number; needsEngine: boolean },
): Promise<ReadyService> {
  const startMs = io.nowMs();
  let exitCode: number | undefined;
  void service.ended.then((code) => {
    exitCode = code;
  });
  let last: ReadyService | null = null;
  while (io.nowMs() - startMs < timeoutMs) {
    if (exitCode !== undefined) throw notStarted(service, `the service ended with exit code ${exitCode}`);
    last = await tryConnect(service, io);
    if (last !== null && (!needsEngine || last.viewer.capabilities.includes('MOVE_DATA'))) return last;
    if (last !== null) refuseMissingEngine(last);
    await io.wait(READY_EVERY_MS);
  }
  const what = last === null ? 'the service does not answer' : 'the service answers but cannot move data';
  const notes = last === null ? '' : `: ${last.viewer.capabilityNotes.join('; ')}`;
  throw notStarted(service, `${what} after ${timeoutMs / 1000} s${notes}`);
}

/** Waiting does not bring a copy engine that was not built. */
function refuseMissingEngine({ executors }: ReadyService): void {
  const without = executors.find(({ alive, engineAvailable }) => alive && !engineAvailable);
  if (without === undefined) return;
  const message = `the copy engine is off, so no data can be moved: ${without.engineReason ?? 'no reason is known'}`;
  throw new CliError('ENGINE_UNAVAILABLE', message, 'build it: npm run setup, which prints what is missing');
}

async function tryConnect({ places, before }: ServiceProcess, io: CliIo): Promise<ReadyService | null> {
  const record = recordOf(places.apiUrlFile);
  if (record === undefined || record === before) return null;
  try {
    const url = readFileSync(places.apiUrlFile, 'utf8').trim();
    const token = readSecretFile(places.adminTokenFile, 'token file');
    const client = createGraphqlClient({ url, token }, io);
    const { viewer, executors } = await client.request(ServiceStateDocument, {});
    return { url, client, viewer, executors: executors.nodes };
  } catch {
    // Not there yet, or not yet whole: whoever waits asks again, and says in the end what is missing.
    return null;
  }
}

/** Which writing of the file this is; undefined where there is none. */
function recordOf(file: string): string | undefined {
  const status = statSync(file, { bigint: true, throwIfNoEntry: false });
  return status === undefined ? undefined : `${status.ino} ${status.mtimeNs}`;
}

function notStarted(service: ServiceProcess, message: string): CliError {
  const { logFile } = service.places;
  if (logFile === null) return new CliError('NOT_STARTED', message, 'its log above says why');
  return new CliError('NOT_STARTED', `${message}\n${lastLines(logFile)}`, `the whole log: ${logFile}`);
}

function lastLines(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  } catch {
    return '(no log was written)';
  }
}

const toldToStop = new WeakSet<ServiceProcess>();

/** A second signal would end the service at once, with work cut off; so it is sent once only. */
export function tellToStop(service: ServiceProcess): void {
  if (toldToStop.has(service)) return;
  toldToStop.add(service);
  service.child.kill('SIGTERM');
}

/** Asks the service to end and waits until it has; after `graceMs` it is ended the hard way. */
export async function stopService(service: ServiceProcess, graceMs = 20_000): Promise<void> {
  tellToStop(service);
  const timer = setTimeout(() => service.child.kill('SIGKILL'), graceMs);
  await service.ended;
  clearTimeout(timer);
}
