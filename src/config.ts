/**
 * Every setting of every process, read once from environment and one JSON file. Nothing else reads the environment.
 *
 * A setting comes from (first that has it): an option of the command line, `REINSTATE_*`, the JSON file named by
 * `REINSTATE_CONFIG_FILE` (camelCase keys: REINSTATE_DATA_FOLDER is `dataFolder`), its default. Secrets stand only in
 * files that nobody else can read; DATABASE_URL is the one exception, because that name is what hosts hand out.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

export type SettingSource = 'default' | 'file' | 'environment' | 'option';

/** One line of `reinstate config`. `value` of a secret is `(secret)`. */
export interface ShownSetting {
  readonly key: string;
  readonly value: unknown;
  readonly source: SettingSource;
}

/** A setting is unusable. The message names key and source and says what is wanted, never the value found. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`configuration: ${problems.join('; ')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;
export const inheritedEnvironment: Environment = process.env;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A folder that executors may read, and write when `writable`. */
export interface LocationSetting {
  readonly path: string;
  readonly writable: boolean;
}

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
  return reader.finish({
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
  return reader.finish({
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

/**
 * Reads a file that holds one secret, without the line end. Throws ConfigError when it is missing, empty, no plain
 * file, or when group or others may read or write it.
 */
export function readSecretFile(path: string, key: string): string {
  const problem = secretFileProblem(path);
  if (problem !== undefined) throw new ConfigError([`${key}: ${problem}`]);
  const content = readFileSync(path, 'utf8').trim();
  if (content === '') throw new ConfigError([`${key}: the file ${path} is empty`]);
  return content;
}

function secretFileProblem(path: string): string | undefined {
  if (!existsSync(path)) return `the file ${path} does not exist`;
  const status = statSync(path);
  if (!status.isFile()) return `${path} is not a plain file`;
  if ((status.mode & 0o077) !== 0) return `others than its owner may use the file ${path}; run: chmod 600 ${path}`;
  return undefined;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LOG_LEVEL = z.enum(LOG_LEVELS).describe(`one of ${LOG_LEVELS.join(', ')}`);
const PATH = z
  .string()
  .min(1)
  .refine((text) => !text.includes('\0'))
  .transform((text) => resolve(text))
  .describe('a path of a file or folder');
const NAME = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/)
  .describe('a name of 1 to 63 letters, digits, dots, dashes');
const HOST = z
  .string()
  .regex(/^[A-Za-z0-9.:_-]{1,253}$/)
  .describe('a host name or IP address to listen on');
const PORT = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(0).max(65535))
  .describe('a whole number from 0 to 65535');
const BASE_URL = z
  .url({ protocol: /^https?$/ })
  .transform((text) => text.replace(/\/+$/, ''))
  .describe('an http or https address such as http://127.0.0.1:4180');
const DATABASE_URL = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/)
  .describe('an address of the form postgresql://user:password@host:port/database');
const LOCATIONS = z
  .record(
    NAME,
    z.strictObject({ path: z.string().refine((path) => isAbsolute(path)), writable: z.boolean().default(false) }),
  )
  .describe('an object such as {"images": {"path": "/absolute/folder", "writable": false}}');

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
  };
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

const FILE_KEYS = [
  'DATA_FOLDER',
  'LOG_LEVEL',
  'HOST',
  'PORT',
  'DATABASE_URL_FILE',
  'EXECUTOR_NAME',
  'EXECUTOR_ID_FILE',
  'LOCATIONS',
  'REPOSITORY_FOLDER',
  'SEALING_PRIVATE_KEY_FILE',
  'SEALING_PUBLIC_KEY_FILE',
  'FINGERPRINT_KEY_FILE',
  'URL',
  'TOKEN_FILE',
] as const;
type SettingName = (typeof FILE_KEYS)[number];

function fileKey(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** Collects values with their sources, and all problems, so that one start shows every mistake. */
class SettingReader {
  readonly #environment: Environment;
  readonly #options: Readonly<Partial<Record<SettingName, string | undefined>>>;
  readonly #file: Readonly<Record<string, unknown>>;
  readonly #shown: ShownSetting[] = [];
  readonly #problems: string[] = [];

  constructor(environment: Environment, options: Readonly<Partial<Record<SettingName, string | undefined>>> = {}) {
    this.#environment = environment;
    this.#options = options;
    this.#file = this.#readFile(environment['REINSTATE_CONFIG_FILE']);
  }

  read<Value>(name: SettingName, schema: z.ZodType<Value, unknown>, fallback: Value): Value {
    const found = this.#find(name);
    const value = found === undefined ? fallback : (this.#parse(name, schema, found) ?? fallback);
    this.#shown.push({ key: `REINSTATE_${name}`, value, source: found?.source ?? 'default' });
    return value;
  }

  readSecretVariable<Value>(key: string, schema: z.ZodType<Value, unknown>): Value | null {
    const text = this.#environment[key];
    if (text === undefined || text === '') return null;
    this.#shown.push({ key, value: '(secret)', source: 'environment' });
    return this.#check(`${key} (environment)`, schema, text);
  }

  readSecretFrom<Value>(path: string, name: SettingName, schema: z.ZodType<Value, unknown>): Value | null {
    try {
      return this.#check(`content of REINSTATE_${name}`, schema, readSecretFile(path, `REINSTATE_${name}`));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#problems.push(...error.problems);
      return null;
    }
  }

  /** Only where nothing else explains why it is missing. */
  refuse(problem: string): string {
    if (this.#problems.length === 0) this.#problems.push(`REINSTATE_${problem}`);
    return '';
  }

  finish<Config>(config: Config): Config & { shown: readonly ShownSetting[] } {
    if (this.#problems.length > 0) throw new ConfigError(this.#problems);
    return { ...config, shown: this.#shown.toSorted((a, b) => (a.key < b.key ? -1 : 1)) };
  }

  #find(name: SettingName): { value: unknown; source: SettingSource } | undefined {
    const option = this.#options[name];
    if (option !== undefined) return { value: option, source: 'option' };
    const variable = this.#environment[`REINSTATE_${name}`];
    if (variable !== undefined && variable !== '') return { value: variable, source: 'environment' };
    const entry = this.#file[fileKey(name)];
    return entry === undefined ? undefined : { value: entry, source: 'file' };
  }

  #parse<Value>(
    name: SettingName,
    schema: z.ZodType<Value, unknown>,
    found: { value: unknown; source: SettingSource },
  ): Value | null {
    const isJson = name === 'LOCATIONS' && typeof found.value === 'string';
    const where = found.source === 'file' ? `${fileKey(name)} (file)` : `REINSTATE_${name} (${found.source})`;
    return this.#check(where, schema, isJson ? parseJson(found.value as string) : found.value);
  }

  #check<Value>(where: string, schema: z.ZodType<Value, unknown>, value: unknown): Value | null {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    this.#problems.push(`${where}: expected ${schema.description ?? 'another value'}`);
    return null;
  }

  #readFile(path: string | undefined): Readonly<Record<string, unknown>> {
    if (path === undefined || path === '') return {};
    const content = existsSync(path) ? parseJson(readFileSync(path, 'utf8')) : undefined;
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      this.#problems.push(`REINSTATE_CONFIG_FILE (environment): ${path} must be a file with one JSON object`);
      return {};
    }
    const known = new Set(FILE_KEYS.map(fileKey));
    for (const key of Object.keys(content)) {
      if (!known.has(key)) this.#problems.push(`${key} (file): no such setting; there are ${[...known].join(', ')}`);
    }
    return content as Record<string, unknown>;
  }
}

/** Undefined where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
