/** Looks for the estate's secrets in everything that a service has said, stored and written. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import { ESTATE_CANARIES } from '../../../src/demo/estate/virtual-machines.js';
import type { ScenarioService } from './service.js';

/** A secret in the forms in which it may slip out: as it is, in base64 at each of three offsets, in hex. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = [secret, bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  for (const shift of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The characters at both ends depend on what stands beside the secret.
    forms.push(shifted.slice(shift === 0 ? 0 : 4, -4));
  }
  return forms;
}

export interface Leak {
  readonly secret: string;
  readonly where: string;
}

export function findSecrets(text: string, where: string, secrets: Readonly<Record<string, string>>): Leak[] {
  const leaks: Leak[] = [];
  for (const [name, secret] of Object.entries(secrets)) {
    if (formsOf(secret).some((form) => text.includes(form))) leaks.push({ secret: name, where });
  }
  return leaks;
}

/**
 * Every row of every table of every schema (`dbos` too), every file of the data folder, and all that was said. Restored
 * files are content of the user and hold ConfigInfo with its secrets cut out, so they are searched too.
 */
export async function findLeaks(
  service: ScenarioService,
  secrets: Readonly<Record<string, string>> = { ...ESTATE_CANARIES, token: service.token },
): Promise<Leak[]> {
  const { token: _token, ...withoutToken } = secrets;
  return [
    ...findSecrets(service.said(), 'logs and output of commands', secrets),
    ...(await findInDatabase(service.databaseUrl(), secrets)),
    // The token's own file is the one place where it may stand.
    ...findInFiles(service.dataFolder, withoutToken),
    // As root the database's files lie elsewhere, behind a link.
    ...findInFiles(realpathSync(join(service.dataFolder, 'postgres-18')), secrets),
  ];
}

async function findInDatabase(url: string, secrets: Readonly<Record<string, string>>): Promise<Leak[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const leaks: Leak[] = [];
    for (const { schema, name } of tables) {
      const { rows } = await client.query<{ text: string }>(`SELECT t::text AS text FROM "${schema}"."${name}" AS t`);
      leaks.push(...findSecrets(rows.map(({ text }) => text).join('\n'), `table ${schema}.${name}`, secrets));
    }
    if (!tables.some(({ schema }) => schema === 'dbos')) throw new Error('the schema dbos was not searched');
    return leaks;
  } finally {
    await client.end();
  }
}

function findInFiles(folder: string, secrets: Readonly<Record<string, string>>): Leak[] {
  const leaks: Leak[] = [];
  for (const path of listFiles(folder)) {
    // latin1 keeps every byte as one character, so that text inside binary files is found.
    const text = readFileSync(path, 'latin1');
    leaks.push(...findSecrets(text, relative(folder, path), secrets));
  }
  return leaks;
}

/** Files of at most 64 MiB each: a disk image holds the guest's data, and none of our secrets is in a guest. */
function listFiles(folder: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...listFiles(path));
    else if (entry.isFile() && statSync(path).size <= 64 * 1024 * 1024) files.push(path);
  }
  return files;
}
