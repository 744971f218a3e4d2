/**
 * The service as a user starts it: `reinstate serve` as a process of its own, with a data folder, port and database of
 * its own, and everything that it and the command line say kept for the search for secrets.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeCluster } from '../../../src/adapters/embedded-postgres/cluster-place.js';
import { isolatedEnvironment } from '../../../src/cli/isolated-environment.js';

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'bin.mjs');
const READY_WITHIN_MS = 60_000;

export interface CommandResult {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

export interface GraphqlAnswer {
  readonly status: number;
  // What a test reads from an answer is its own affair.
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface ScenarioService {
  readonly url: string;
  readonly token: string;
  readonly dataFolder: string;
  /** Readable location "images" and writable location "restores". */
  readonly imagesFolder: string;
  readonly restoresFolder: string;
  /** A folder of the test, outside the data folder. */
  readonly workFolder: string;
  /** Everything that service and commands have said so far. */
  readonly said: () => string;
  readonly run: (...args: string[]) => Promise<CommandResult>;
  /** Like `run`, with the process itself, and `onError` called with all that it has said on stderr so far. */
  readonly start: (
    args: readonly string[],
    onError: (said: string, child: ChildProcess) => void,
  ) => Promise<CommandResult>;
  readonly query: (document: string, variables?: Record<string, unknown>) => Promise<GraphqlAnswer>;
  readonly databaseUrl: () => string;
  readonly stop: () => Promise<void>;
}

type Locations = Readonly<Record<string, { readonly path: string; readonly writable: boolean }>>;

export async function startScenarioService(
  settings: Record<`REINSTATE_${string}`, string> = {},
  locationsOf?: (dataFolder: string) => Locations,
): Promise<ScenarioService> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'reinstate-scenario-')));
  const dataFolder = join(root, 'data');
  const workFolder = join(root, 'work');
  const environment = isolatedEnvironment({
    REINSTATE_DATA_FOLDER: dataFolder,
    REINSTATE_PORT: '0',
    REINSTATE_LOG_LEVEL: 'debug',
    ...(locationsOf === undefined ? {} : { REINSTATE_LOCATIONS: JSON.stringify(locationsOf(dataFolder)) }),
    ...settings,
  });
  mkdirSync(workFolder);
  const said: string[] = [];
  const child = spawn(process.execPath, [PROGRAM, 'serve'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout.on('data', (piece: Buffer) => said.push(piece.toString('utf8')));
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString('utf8')));
  const remove = () => {
    removeCluster(dataFolder);
    rmSync(root, { recursive: true, force: true });
  };
  try {
    const { url, token } = await waitForService(dataFolder, child, said);
    const imagesFolder = join(dataFolder, 'images');
    mkdirSync(imagesFolder, { recursive: true });
    return {
      url,
      token,
      dataFolder,
      imagesFolder,
      restoresFolder: join(dataFolder, 'restores'),
      workFolder,
      said: () => said.join(''),
      run: async (...args) => {
        const result = await runProgram(args, environment);
        said.push(result.out, result.error);
        return result;
      },
      start: (args, onError) => runProgram(args, environment, onError),
      query: (document, variables = {}) => sendQuery(url, token, document, variables),
      databaseUrl: () => readFileSync(join(dataFolder, 'keys', 'database-url'), 'utf8').trim(),
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
        remove();
      },
    };
  } catch (error) {
    child.kill('SIGTERM');
    await ended;
    remove();
    throw error;
  }
}

async function waitForService(dataFolder: string, child: ChildProcess, said: readonly string[]) {
  const urlFile = join(dataFolder, 'run', 'api-url');
  const tokenFile = join(dataFolder, 'admin.token');
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    if (existsSync(urlFile) && existsSync(tokenFile)) {
      const url = readFileSync(urlFile, 'utf8').trim();
      const token = readFileSync(tokenFile, 'utf8').trim();
      if (await canMoveData(url, token)) return { url, token };
    }
    await sleep(100);
  }
  throw new Error(`the service did not get ready:\n${said.join('').split('\n').slice(-30).join('\n')}`);
}

async function canMoveData(url: string, token: string): Promise<boolean> {
  try {
    const { data } = await sendQuery(url, token, '{ viewer { capabilities } }', {});
    return data?.viewer.capabilities.includes('MOVE_DATA') === true;
  } catch {
    return false;
  }
}

export async function sendQuery(
  url: string,
  token: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Partial<GraphqlAnswer>;
  return { status: response.status, data: body.data, errors: body.errors ?? [] };
}

function runProgram(
  args: readonly string[],
  environment: Record<string, string>,
  onError: (said: string, child: ChildProcess) => void = () => undefined,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => {
      error.push(piece);
      onError(Buffer.concat(error).toString(), child);
    });
    child.on('close', (code) =>
      resolve({ exitCode: code ?? 128, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() }),
    );
  });
}
