import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '../../ports/event-log.js';
import type { PostgresBinaries } from './binaries.js';
import type { ClusterPlace } from './cluster-place.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { readPostmasterFile } from './previous-server.js';
import { type ProcessFacts, readProcess } from './processes.js';

export interface LaunchRequest {
  readonly place: ClusterPlace;
  readonly binaries: PostgresBinaries;
  readonly logFile: string;
  /** The port of the last run; another one is taken when it is not free. */
  readonly preferredPort: number | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: EventLog;
}

const PORT_ATTEMPTS = 5;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] %a ',
  // Statements of a failed query may carry values; the service logs its own errors without them.
  log_min_error_statement: 'panic',
  log_min_messages: 'warning',
};

/**
 * Starts a postmaster and answers once it has put its pid file up, which is before it takes sessions.
 * @throws EmbeddedPostgresError START_FAILED with the server's own words
 */
export async function launchPostmaster(
  request: LaunchRequest,
): Promise<{ readonly postmaster: ProcessFacts; readonly port: number }> {
  let port = request.preferredPort ?? (await findFreePort());
  for (let attempt = 1; ; attempt += 1) {
    const result = await launchOnce(request, port);
    if (result.postmaster !== undefined) return { postmaster: result.postmaster, port };
    const portTaken = /address already in use|could not create any TCP\/IP sockets/i.test(result.words);
    if (!portTaken || attempt === PORT_ATTEMPTS) {
      throw new EmbeddedPostgresError(
        'START_FAILED',
        `PostgreSQL in ${request.place.clusterPath} does not start: ${result.words || 'it said nothing'}. ` +
          `Its log is ${request.logFile}.`,
      );
    }
    const taken = port;
    port = await findFreePort();
    request.log.warn({ taken, port }, `Port ${taken} is taken by another program: the database moves to port ${port}`);
  }
}

async function launchOnce(
  request: LaunchRequest,
  port: number,
): Promise<{ readonly postmaster: ProcessFacts | undefined; readonly words: string }> {
  const { place, binaries } = request;
  rotateLog(request.logFile);
  const logFd = openSync(request.logFile, 'a+', 0o600);
  const logStart = fstatSync(logFd).size;
  try {
    const settings = {
      ...DEFAULT_SETTINGS,
      unix_socket_directories: place.socketFolder ?? '',
      unix_socket_permissions: '0700',
      ...request.settings,
    };
    const settingArgs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(binaries.postgres, ['-D', place.clusterPath, '-p', String(port), ...settingArgs], {
      // Its own session: a Ctrl-C at the terminal must not shut the database before the work on it has drained.
      detached: true,
      stdio: ['ignore', logFd, logFd],
      cwd: '/',
      env: { ...binaries.environment },
      ...(place.account === undefined ? {} : { uid: place.account.userId, gid: place.account.groupId }),
    });
    child.unref();
    let ended = false;
    let startError: NodeJS.ErrnoException | undefined;
    child.on('error', (error) => {
      startError = error;
      ended = true;
    });
    child.on('exit', () => {
      ended = true;
    });
    while (!ended) {
      const file = readPostmasterFile(place.clusterPath);
      // From the sixth line on the port is bound: the status line is written last.
      if (file !== undefined && file.pid === child.pid && file.status !== '') {
        const postmaster = readProcess(file.pid);
        if (postmaster !== undefined) return { postmaster, words: '' };
      }
      await sleep(10);
    }
    if (startError !== undefined) return { postmaster: undefined, words: `it could not be run (${startError.code})` };
    return { postmaster: undefined, words: readTail(logFd, logStart) };
  } finally {
    closeSync(logFd);
  }
}

/** What the server wrote since `start`, its last lines, on one line. */
function readTail(fd: number, start: number): string {
  const length = Math.min(fstatSync(fd).size - start, 16_384);
  if (length <= 0) return '';
  const buffer = Buffer.alloc(length);
  readSync(fd, buffer, 0, length, start);
  const lines = buffer
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(-6).join('; ');
}

/** One earlier log is kept. Only done while no server writes to it. */
function rotateLog(logFile: string): void {
  const facts = statSync(logFile, { throwIfNoEntry: false });
  if (facts !== undefined && facts.size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No address for a listening socket'));
        else resolve(address.port);
      });
    });
  });
}
