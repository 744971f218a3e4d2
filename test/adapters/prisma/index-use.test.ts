/**
 * Goal: lists stay as fast with ten million restore points: each page is read from an index in its own order.
 * Method: the very statements that the stores send are explained by PostgreSQL (GENERIC_PLAN), with whole-table scans
 * and sorting made unattractive: a plan that still sorts or scans has no index to use.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PageRequest } from '../../../src/ports/page.js';
import { captureRestorePoint } from '../../../src/usecases/capture-restore-point.js';
import {
  type CatalogFixture,
  estateImages,
  estateMetadata,
  insertExecutor,
  openCatalogFixture,
  operator,
} from '../../support/catalog/catalog-fixture.js';

let fixture: CatalogFixture;
let vmId = '';
let siteId = '';
let pointId = '';
beforeAll(async () => {
  fixture = await openCatalogFixture();
  await insertExecutor(fixture.sql);
  for (const point of [0, 1, 2]) {
    const input = { metadata: estateMetadata(0, point), disks: estateImages(0) };
    const { restorePoint } = await captureRestorePoint(fixture.ports, operator, input);
    vmId = restorePoint?.vmId ?? '';
    pointId = restorePoint?.id ?? '';
  }
  siteId = (await fixture.catalog.vms.loadVms([vmId]))[0]?.siteId ?? '';
});
afterAll(() => fixture.close());

async function planOf(work: () => Promise<unknown>): Promise<string> {
  fixture.takeStatements();
  await work();
  const [statement] = fixture.takeStatements();
  const client = await fixture.sql.connect();
  try {
    await client.query('SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off');
    const { rows } = await client.query<Record<string, string>>(`EXPLAIN (GENERIC_PLAN, COSTS OFF) ${statement}`);
    return rows.map((row) => Object.values(row)[0]).join('\n');
  } finally {
    client.release();
  }
}

const lists: [string, string, (page: PageRequest) => Promise<unknown>, boolean][] = [
  [
    'restore points',
    'restore_points_by_time',
    (page) => fixture.catalog.restorePoints.pageRestorePoints({}, page),
    true,
  ],
  [
    'points of a VM',
    'restore_points_by_vm_and_time',
    (page) => fixture.catalog.restorePoints.pageRestorePoints({ vmId }, page),
    true,
  ],
  ['operations', 'operations_by_time', (page) => fixture.catalog.operations.pageOperations({}, page), true],
  ['audit log', 'audit_entries_pkey', (page) => fixture.catalog.audit.pageAuditEntries(page), true],
  // A batch sorts what its pages found: a hundred entries for each id at most.
  [
    'points of several VMs',
    'restore_points_by_vm_and_time',
    (page) => fixture.catalog.restorePoints.pageRestorePointsOfVms([vmId], page),
    false,
  ],
  ['VMs of several sites', 'vms_by_site_and_name', (page) => fixture.catalog.vms.pageVmsOfSites([siteId], page), false],
];

test.each(lists)('%s by %s: first page and a later one', async (_, index, read, inOrder) => {
  const first = await planOf(() => read({ first: 1, after: null }));
  const page = (await read({ first: 1, after: null })) as
    | { entries?: { cursor: string }[] }
    | { entries: { cursor: string }[] }[];
  const entries = Array.isArray(page) ? page[0]?.entries : page.entries;
  const later = await planOf(() => read({ first: 1, after: entries?.[0]?.cursor ?? null }));
  for (const plan of [first, later]) {
    expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan');
    if (inOrder) expect(plan).not.toContain('Sort');
  }
  expect(later).toMatch(/Index Cond:.*ROW\(|Index Cond: .*sequence </);
});

test('the newest point of each VM and the newest operation of each point', async () => {
  const newest = await planOf(() => fixture.catalog.restorePoints.loadNewestRestorePoints([vmId]));
  expect(newest).toContain('restore_points_by_vm_and_time');
  const operation = await planOf(() => fixture.catalog.operations.loadNewestOperationsOfRestorePoints([pointId]));
  expect(operation).toContain('operations_by_restore_point');
});

test('retries of an operation', async () => {
  const client = await fixture.sql.connect();
  try {
    await client.query('BEGIN; SET LOCAL enable_seqscan = off');
    const query = 'SELECT 1 FROM operations retry WHERE retry.retry_of = $1';
    const { rows } = await client.query<Record<string, string>>(`EXPLAIN (GENERIC_PLAN, COSTS OFF) ${query}`);
    expect(rows.map((row) => Object.values(row)[0]).join('\n')).toContain('operations_by_retry_of');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
