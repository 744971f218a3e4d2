/**
 * Goal: prisma/schema.prisma describes the very database that prisma/migrations makes.
 * Method: the schema file is read line by line and compared with the system catalog of a migrated database: columns
 * with type, precision and nullability, primary keys, unique keys and named indexes. Either side may be wrong.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';

interface Model {
  readonly table: string;
  readonly columns: Map<string, string>;
  readonly primaryKey: string;
  readonly uniqueKeys: string[];
  readonly indexes: string[];
}

const TYPES: Readonly<Record<string, string>> = {
  'String @db.Uuid': 'uuid',
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Boolean: 'boolean',
  'DateTime @db.Timestamptz(3)': 'timestamp(3) with time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
};

// The first test file of a run starts the server, which a busy machine does slowly.
jest.setTimeout(60_000);

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

function parseModels(text: string): Map<string, Model> {
  const models = new Map<string, Model>();
  const names = new Set([...text.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name));
  for (const [, body = ''] of text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)) {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
    const columnOf = new Map<string, string>();
    const columns = new Map<string, string>();
    const uniqueKeys: string[] = [];
    let primaryKey = '';
    for (const line of body.split('\n')) {
      const field = /^ {2}(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/.exec(line);
      if (field === null || names.has(field[2] ?? '')) continue;
      const [, name = '', type = '', list = '', optional, attributes = ''] = field;
      const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? name;
      const native = /@db\.[\w()]+/.exec(attributes)?.[0];
      const sql = TYPES[native === undefined ? type : `${type} ${native}`];
      if (sql === undefined) throw new Error(`${table}.${column} has type ${type} ${native}, unknown to this test`);
      columnOf.set(name, column);
      columns.set(column, `${sql}${list}${optional === undefined ? ' NOT NULL' : ''}`);
      if (/@id\b/.test(attributes)) primaryKey = column;
      if (/@unique\b/.test(attributes)) uniqueKeys.push(column);
    }
    const listed = (list: string) =>
      list
        .split(',')
        .map((name) => columnOf.get(name.trim().replace(/\(.*/, '')) ?? name)
        .join(',');
    const compoundId = /@@id\(\[([^\]]+)\]/.exec(body)?.[1];
    if (compoundId !== undefined) primaryKey = listed(compoundId);
    for (const [, list = ''] of body.matchAll(/@@unique\(\[([^\]]+)\]/g)) uniqueKeys.push(listed(list));
    const indexes = [...body.matchAll(/@@index\(.*map: "(\w+)"/g)].map(([, name = '']) => name);
    models.set(table, { table, columns, primaryKey, uniqueKeys: uniqueKeys.sort(), indexes });
  }
  return models;
}

const models = parseModels(readFileSync('prisma/schema.prisma', 'utf8'));

test('every table of the database has a model, and the other way round', async () => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  expect([...models.keys()].sort()).toEqual(rows.map(({ name }) => name));
  expect(models.size).toBeGreaterThan(15);
});

test.each([...models.keys()])('%s: columns', async (table) => {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name,
       format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END AS type
     FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [`public.${table}`],
  );
  const actual = Object.fromEntries(rows.map(({ name, type }) => [name, type]));
  expect(Object.fromEntries(models.get(table)?.columns ?? [])).toEqual(actual);
});

test.each([...models.keys()])('%s: primary key, unique keys, indexes', async (table) => {
  const { rows } = await client.query<{
    name: string;
    primary: boolean;
    whole: boolean;
    unique: boolean;
    columns: string;
  }>(
    `SELECT class.relname AS name, indisprimary AS primary, indisunique AS unique, indpred IS NULL AS whole,
       (SELECT string_agg(attname, ',' ORDER BY position) FROM unnest(indkey) WITH ORDINALITY AS k (number, position)
        JOIN pg_attribute ON attrelid = indrelid AND attnum = number) AS columns
     FROM pg_index JOIN pg_class class ON class.oid = indexrelid WHERE indrelid = $1::regclass`,
    [`public.${table}`],
  );
  const model = models.get(table);
  expect(model?.primaryKey).toBe(rows.find(({ primary }) => primary)?.columns);
  const uniqueKeys = rows
    .filter(({ primary, unique, whole }) => unique && whole && !primary)
    .map(({ columns }) => columns);
  expect(model?.uniqueKeys).toEqual(uniqueKeys.sort());
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(model?.indexes ?? []));
});
