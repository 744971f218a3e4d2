import { existsSync, readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { FILE_KEYS, OTHER_VARIABLES } from './names.js';
import type { SettingName } from './names.js';
import { nearestName } from './nearest-name.js';

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

function fileKey(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** Collects values with their sources, and all problems, so that one start shows every mistake. */
export class SettingReader {
  readonly #environment: Environment;
  readonly #options: Readonly<Partial<Record<SettingName, string | undefined>>>;
  readonly #file: Readonly<Record<string, unknown>>;
  readonly #shown: ShownSetting[] = [];
  readonly #problems: string[] = [];

  constructor(environment: Environment, options: Readonly<Partial<Record<SettingName, string | undefined>>> = {}) {
    this.#environment = environment;
    this.#options = options;
    this.#refuseUnknownVariables();
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

  /** A mistake that shows only when several settings are seen together. */
  complain(problems: readonly string[]): void {
    this.#problems.push(...problems);
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

  /** A setting that is misspelt would leave its default in force without a word. Values are not shown. */
  #refuseUnknownVariables(): void {
    const settings = FILE_KEYS.map((name) => `REINSTATE_${name}`);
    const known = new Set<string>([...settings, ...OTHER_VARIABLES]);
    for (const [name, value] of Object.entries(this.#environment)) {
      if (!name.startsWith('REINSTATE_') || known.has(name) || value === undefined) continue;
      const near = nearestName(name, [...known]);
      const advice = near === undefined ? `there are ${settings.join(', ')}` : `did you mean ${near}?`;
      this.#problems.push(`${name} (environment): no such setting; ${advice}`);
    }
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
