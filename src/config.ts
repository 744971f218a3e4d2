/**
 * Every setting of every process, read once from environment and one JSON file. Nothing else reads the environment.
 *
 * A setting comes from (first that has it): an option of the command line, `REINSTATE_*`, the JSON file named by
 * `REINSTATE_CONFIG_FILE` (camelCase keys: REINSTATE_DATA_FOLDER is `dataFolder`), its default. Secrets stand only in
 * files that nobody else can read; DATABASE_URL is the one exception, because that name is what hosts hand out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findLocationProblems } from './config/locations.js';
import { SettingReader } from './config/setting-reader.js';
import type { Environment, ShownSetting } from './config/setting-reader.js';
import {
  BASE_URL,
  DATABASE_URL,
  HOST,
  INTERVAL_HOURS,
  IO_DEPTH,
  LOCATIONS,
  LOG_LEVEL,
  NAME,
  PATH,
  PORT,
  SHARE_PERCENT,
} from './config/values.js';
import type { LocationSetting, LogLevel } from './config/values.js';

export { ConfigError, readSecretFile } from './config/setting-reader.js';
export type { Environment, ShownSetting } from './config/setting-reader.js';

export const inheritedEnvironment: Environment = process.env;

interface CommonConfig {
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** All settings of this process with their sources, in order of their keys. */
  readonly shown: readonly ShownSetting[];
}

export interface ApiConfig extends CommonConfig {
  readonly host: string;
  /** 0 means a free port; the real one is written to `apiUrlFile`. */
  readonly port: number;
  readonly databaseUrl: string;
  /** X25519 public key of the executors, raw 32 bytes in base64. Absent file: secrets cannot be accepted. */
  readonly sealingPublicKeyFile: string;
  /** HMAC key for fingerprints of guessable secrets. A secret: read it with `readSecretFile`. */
  readonly fingerprintKeyFile: string;
  readonly adminTokenFile: string;
  readonly apiUrlFile: string;
}

export interface ExecutorConfig extends CommonConfig {
  readonly databaseUrl: string;
  readonly executorName: string;
  /** Holds this executor's id; made by it at its first start. */
  readonly executorIdFile: string;
  readonly locations: Readonly<Record<string, LocationSetting>>;
  readonly repositoryName: 'main';
  readonly repositoryFolder: string;
  /** Reads of one copy in flight at once. */
  readonly ioDepth: number;
  /** 0: no scrub by the clock. */
  readonly scrubIntervalHours: number;
  readonly scrubSharePercent: number;
  /** A secret: read it with `readSecretFile`. */
  readonly sealingPrivateKeyFile: string;
  readonly sealingPublicKeyFile: string;
}

export interface SupervisorConfig
  extends Omit<ApiConfig, 'databaseUrl'>,
    Omit<ExecutorConfig, 'databaseUrl' | 'executorIdFile' | 'repositoryName'> {
  /** Null: start the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
}

export interface CliConfig extends CommonConfig {
  /** Base address of the service, without a path. */
  readonly url: string;
  /** A secret: read it with `readSecretFile`. */
  readonly tokenFile: string;
}

/** Options of the command line that stand above every other source. */
export interface CliOptions {
  readonly url?: string | undefined;
  readonly tokenFile?: string | undefined;
  readonly dataFolder?: string | undefined;
}

/** Settings of the API process. Throws ConfigError. */
export function readApiConfig(environment: Environment = process.env): ApiConfig {
  const reader = new SettingReader(environment);
  const common = readCommon(reader);
  return reader.finish({
    ...common,
    ...readListener(reader),
    databaseUrl: requireDatabaseUrl(reader),
    ...readPublicKeyFiles(reader, common.dataFolder),
    ...runFiles(common.dataFolder),
  });
}

/** Settings of an executor process. Throws ConfigError. */
export function readExecutorConfig(environment: Environment = process.env): ExecutorConfig {
  const reader = new SettingReader(environment);
  const common = readCommon(reader);
  const { dataFolder } = common;
  const executorName = reader.read('EXECUTOR_NAME', NAME, 'local');
  return finishWithLocations(reader, {
    ...common,
    databaseUrl: requireDatabaseUrl(reader),
    executorName,
    executorIdFile: reader.read('EXECUTOR_ID_FILE', PATH, join(dataFolder, `executor-${executorName}.id`)),
    ...readPlaces(reader, dataFolder),
    repositoryName: 'main' as const,
    ...readPrivateKeyFile(reader, dataFolder),
    sealingPublicKeyFile: readPublicKeyFiles(reader, dataFolder).sealingPublicKeyFile,
  });
}

/** Settings of `reinstate serve`. Throws ConfigError. */
export function readSupervisorConfig(environment: Environment = process.env): SupervisorConfig {
  const reader = new SettingReader(environment);
  const common = readCommon(reader);
  const { dataFolder } = common;
  return finishWithLocations(reader, {
    ...common,
    databaseUrl: readDatabaseUrl(reader),
    ...readListener(reader),
    executorName: reader.read('EXECUTOR_NAME', NAME, 'local'),
    ...readPlaces(reader, dataFolder),
    ...readPrivateKeyFile(reader, dataFolder),
    ...readPublicKeyFiles(reader, dataFolder),
    ...runFiles(dataFolder),
  });
}

/** Settings of online commands. Without `url`, a service running on the same data folder is found by itself. */
export function readCliConfig(options: CliOptions = {}, environment: Environment = process.env): CliConfig {
  const reader = new SettingReader(environment, {
    URL: options.url,
    TOKEN_FILE: options.tokenFile,
    DATA_FOLDER: options.dataFolder,
  });
  const common = readCommon(reader);
  const { apiUrlFile, adminTokenFile } = runFiles(common.dataFolder);
  return reader.finish({
    ...common,
    url: reader.read('URL', BASE_URL, readRecordedUrl(apiUrlFile) ?? 'http://127.0.0.1:4180'),
    tokenFile: reader.read('TOKEN_FILE', PATH, adminTokenFile),
  });
}

function readCommon(reader: SettingReader): Omit<CommonConfig, 'shown'> {
  const dataFolder = reader.read('DATA_FOLDER', PATH, defaultDataFolder());
  return { dataFolder, logLevel: reader.read('LOG_LEVEL', LOG_LEVEL, 'info') };
}

function readListener(reader: SettingReader): { host: string; port: number } {
  return { host: reader.read('HOST', HOST, '127.0.0.1'), port: reader.read('PORT', PORT, 4180) };
}

function readPlaces(reader: SettingReader, dataFolder: string) {
  return {
    locations: reader.read('LOCATIONS', LOCATIONS, {
      images: { path: join(dataFolder, 'images'), writable: false },
      restores: { path: join(dataFolder, 'restores'), writable: true },
    }),
    repositoryFolder: reader.read('REPOSITORY_FOLDER', PATH, join(dataFolder, 'repository')),
    ioDepth: reader.read('IO_DEPTH', IO_DEPTH, 6),
    scrubIntervalHours: reader.read('SCRUB_INTERVAL_HOURS', INTERVAL_HOURS, 24),
    scrubSharePercent: reader.read('SCRUB_SHARE_PERCENT', SHARE_PERCENT, 5),
  };
}

/** Throws ConfigError, also for locations that reach into what the service itself keeps. */
function finishWithLocations<
  Config extends Pick<
    ExecutorConfig,
    'dataFolder' | 'locations' | 'repositoryFolder' | 'sealingPrivateKeyFile' | 'sealingPublicKeyFile'
  > & { readonly fingerprintKeyFile?: string },
>(reader: SettingReader, config: Config): Config & { shown: readonly ShownSetting[] } {
  const { sealingPrivateKeyFile, sealingPublicKeyFile, fingerprintKeyFile = sealingPublicKeyFile } = config;
  const places = { ...config, keyFiles: [sealingPrivateKeyFile, sealingPublicKeyFile, fingerprintKeyFile] };
  reader.complain(findLocationProblems(config.locations, places));
  return reader.finish(config);
}

function readPublicKeyFiles(reader: SettingReader, dataFolder: string) {
  const keys = join(dataFolder, 'keys');
  return {
    sealingPublicKeyFile: reader.read('SEALING_PUBLIC_KEY_FILE', PATH, join(keys, 'sealing-public.key')),
    fingerprintKeyFile: reader.read('FINGERPRINT_KEY_FILE', PATH, join(keys, 'fingerprint.key')),
  };
}

function readPrivateKeyFile(reader: SettingReader, dataFolder: string) {
  const file = join(dataFolder, 'keys', 'sealing-private.key');
  return { sealingPrivateKeyFile: reader.read('SEALING_PRIVATE_KEY_FILE', PATH, file) };
}

function runFiles(dataFolder: string) {
  return { adminTokenFile: join(dataFolder, 'admin.token'), apiUrlFile: join(dataFolder, 'run', 'api-url') };
}

function defaultDataFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/reinstate' : join(homedir(), '.local', 'share', 'reinstate');
}

function readDatabaseUrl(reader: SettingReader): string | null {
  const file = reader.read<string | null>('DATABASE_URL_FILE', PATH, null);
  if (file === null) return reader.readSecretVariable('DATABASE_URL', DATABASE_URL);
  return reader.readSecretFrom(file, 'DATABASE_URL_FILE', DATABASE_URL);
}

function requireDatabaseUrl(reader: SettingReader): string {
  return (
    readDatabaseUrl(reader) ??
    reader.refuse('DATABASE_URL_FILE: give it or DATABASE_URL, or start with reinstate serve')
  );
}

function readRecordedUrl(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = BASE_URL.safeParse(readFileSync(file, 'utf8').trim());
  return parsed.success ? parsed.data : undefined;
}
