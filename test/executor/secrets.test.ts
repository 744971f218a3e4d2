/**
 * Goal: a restore of an encrypted VM brings back what was sealed, opens it only after saying so in the audit log, and
 * leaves no secret in any table, in the workflow engine's own schema, or in a log.
 * Method: the encrypted VM of the demonstration estate with canaries for its secrets goes through a whole executor;
 * then every row of every table of both schemas is read as text and searched for the canaries in clear, hex and base64.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ESTATE_CANARIES, estateVirtualMachines } from '../../src/demo/estate/virtual-machines.js';
import { cutSecrets } from '../../src/domain/config-info/cut-secrets.js';
import { serialiseConfigInfo } from '../../src/domain/config-info/serialise.js';
import { toJson } from '../../src/domain/config-info/to-json.js';
import { hasSealedItems } from '../../src/adapters/postgres/sealed-items.js';
import { createTestDatabase } from '../support/postgres.js';
import { type ComposedExecutor, composeExecutor } from '../support/executor/compose-executor.js';
import { Harness, type SeededPoint, sha256 } from '../support/executor/executor-harness.js';

const NVRAM_CANARY = 'CANARY-nvram-of-an-encrypted-machine';
const NVRAM = Buffer.concat([Buffer.from(NVRAM_CANARY), Buffer.alloc(8192, 7)]);
const CANARIES = [...Object.values(ESTATE_CANARIES), NVRAM_CANARY];
const ITEMS = ['CONFIG_INFO', 'NVRAM'];

const machine = estateVirtualMachines().find(({ tree }) => cutSecrets(tree(0)).secrets.length > 0);
const cut = cutSecrets((machine as NonNullable<typeof machine>).tree(0));

// A busy machine may take its time; nothing here is judged by it.
jest.setTimeout(30_000);

let harness: Harness;
let executor: ComposedExecutor;
let point: SeededPoint;

beforeAll(async () => {
  harness = await Harness.create();
  const document = { form: 'XML', document: serialiseConfigInfo(cut.tree) };
  point = await harness.seedPoint({ diskBytes: [1 << 20], document });
  await harness.addNvram(point, NVRAM);
  executor = await composeExecutor({
    place: harness.place,
    databaseUrl: harness.database.url,
    keyFiles: harness.keyFiles(),
  });
  expect((await harness.waitForEnd(await harness.addCapture(point))).state).toBe('SUCCEEDED');
}, 60_000);

afterAll(async () => {
  await executor?.stop();
  await harness?.close();
});

/** Every form in which a text could stand in a row. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  // Base64 of a text within other bytes begins at one of three shifts; the middle of each stays the same.
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -8),
  );
  return [text, bytes.toString('hex'), ...shifted];
}

async function rowsWith(forms: readonly string[]): Promise<string[]> {
  const tables = await harness.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'dbos')`,
  );
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['public.operations', 'dbos.workflow_status', 'dbos.operation_outputs']),
  );
  const found: string[] = [];
  for (const { name } of tables) {
    for (const { text } of await harness.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)) {
      if (forms.some((form) => text.includes(form))) found.push(name);
    }
  }
  return found;
}

async function diskEventsOf(operationId: string): Promise<unknown[]> {
  const rows = await harness.query<{ payload: unknown }>(
    `SELECT payload FROM operation_events WHERE operation_id = $1 AND kind = 'DISK' ORDER BY sequence`,
    [operationId],
  );
  return rows.map(({ payload }) => payload);
}

test('the catalog tells, before a key pair is made, whether anything is sealed in it', async () => {
  expect(await hasSealedItems(harness.database.url)).toBe(true);
  const empty = await createTestDatabase();
  expect(await hasSealedItems(empty.url)).toBe(false);
  await empty.drop();
});

test('the search finds a text in each of its forms', async () => {
  for (const form of formsOf(NVRAM_CANARY)) {
    expect(await rowsWith([form])).toEqual([]);
    const operationId = await harness.addOperation({
      kind: 'VERIFY_RESTORE_POINT',
      restorePointId: point.restorePointId,
      cancelled: true,
    });
    await harness.waitForEnd(operationId);
    const value = form === NVRAM_CANARY ? `x${NVRAM_CANARY}` : form;
    await harness.query(`UPDATE operations SET input = jsonb_build_object('x', $2::text) WHERE id = $1`, [
      operationId,
      value,
    ]);
    expect(await rowsWith([form])).toEqual(['public.operations']);
    await harness.query(`UPDATE operations SET input = '{}' WHERE id = $1`, [operationId]);
  }
});

test('NVRAM comes back, ConfigInfo comes back without secrets, and nothing else holds one', async () => {
  const operationId = await harness.addRestore(point, 'encrypted', ITEMS);
  const end = await harness.waitForEnd(operationId);
  expect([end.state, end.user_errors]).toEqual(['SUCCEEDED', []]);
  expect(sha256(harness.restoredFile('encrypted', 'vm.nvram'))).toBe(sha256(NVRAM));
  const written = harness.restoredFile('encrypted', 'config-info.json').toString();
  expect(written).toBe(toJson(cut.tree, 'VI_JSON'));
  expect(cut.secrets.map(({ kind }) => kind)).toContain('ENCRYPTION_BUNDLE');
  const audit = await harness.query(
    `SELECT actor, action, subject_type, detail->>'operationId' AS operation_id FROM audit_entries
     WHERE detail->>'operationId' = $1 OR subject_id = $1 ORDER BY sequence`,
    [operationId],
  );
  const opened = { actor: 'executor:local', action: 'sealedItem.open', subject_type: 'SealedItem' };
  // Once to see before the disks that it can be opened, once to write it.
  expect(audit).toEqual([
    { ...opened, operation_id: operationId },
    { ...opened, operation_id: operationId },
    { actor: 'executor:local', action: 'operation.finish', subject_type: 'Operation', operation_id: null },
  ]);
  const forms = CANARIES.flatMap(formsOf);
  expect(await rowsWith(forms)).toEqual([]);
  for (const text of [written, ...executor.logged]) {
    expect(forms.filter((form) => text.includes(form))).toEqual([]);
  }
});

test('a sealed item that was changed is refused before any disk is begun', async () => {
  const [before] = await harness.query<{ ciphertext: Buffer }>('SELECT ciphertext FROM sealed_items');
  await harness.query(
    'UPDATE sealed_items SET ciphertext = set_byte(ciphertext, 100, 255 - get_byte(ciphertext, 100))',
  );
  const operationId = await harness.addRestore(point, 'changed', ITEMS);
  const end = await harness.waitForEnd(operationId);
  expect(await diskEventsOf(operationId)).toEqual([]);
  expect([end.state, end.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['SEALED_ITEM_UNUSABLE']]);
  expect(harness.isThere('changed')).toBe(false);
  const verify = { kind: 'VERIFY_RESTORE_POINT', restorePointId: point.restorePointId };
  const verified = await harness.waitForEnd(await harness.addOperation(verify));
  expect([verified.state, verified.user_errors.map(({ code }) => code)]).toEqual(['FAILED', ['SEALED_ITEM_UNUSABLE']]);
  await harness.query('UPDATE sealed_items SET ciphertext = $1', [before?.ciphertext]);
  expect((await harness.waitForEnd(await harness.addOperation(verify))).state).toBe('SUCCEEDED');
  const againId = await harness.addRestore(point, 'changed', ITEMS);
  const again = await harness.waitForEnd(againId);
  const deviceKey = point.disks[0]?.deviceKey;
  expect(await diskEventsOf(againId)).toEqual([
    { deviceKey, diskState: 'RUNNING' },
    { deviceKey, diskState: 'SUCCEEDED', message: expect.any(String) },
  ]);
  expect([again.state, again.user_errors]).toEqual(['SUCCEEDED', []]);
  expect(await rowsWith(CANARIES.flatMap(formsOf))).toEqual([]);
});
