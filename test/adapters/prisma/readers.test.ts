/**
 * Goal: lists of the catalog are paged right, filtered right, and read in batches with one statement each.
 * Method: a small estate written through the use cases; the contract of keyset pages for each list; statements counted
 * at the client; ids given in odd orders, twice, absent, and as rubbish.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { VmRecord } from '../../../src/domain/estate-records.js';
import type { OperationRecord, PlanRecord } from '../../../src/domain/operation-records.js';
import type { RestorePointRecord } from '../../../src/domain/restore-point-records.js';
import { captureRestorePoint } from '../../../src/usecases/capture-restore-point.js';
import { planRestore } from '../../../src/usecases/plan-restore.js';
import { recordRestorePoint } from '../../../src/usecases/record-restore-point.js';
import { testKeysetPages } from '../../contracts/keyset-pages.contract.js';
import {
  type CatalogFixture,
  completeCapture,
  estateImages,
  estateMetadata,
  insertExecutor,
  openCatalogFixture,
  operator,
} from '../../support/catalog/catalog-fixture.js';

const ABSENT = '01900000-0000-7000-8000-0000000000ff';
let fixture: CatalogFixture;
const vms: VmRecord[] = [];
const points: RestorePointRecord[] = [];
const plans: PlanRecord[] = [];
const operations: OperationRecord[] = [];
const executorIds: string[] = [];

beforeAll(async () => {
  fixture = await openCatalogFixture();
  for (const name of ['local', 'alpha', 'Zulu']) executorIds.push(await insertExecutor(fixture.sql, { name }));
  await fixture.sql.query(
    `INSERT INTO sites (id, name, kind) SELECT gen_random_uuid(), 'Empty ' || n, 'ESXI' FROM generate_series(1, 3) n`,
  );
  for (const machine of [0, 1, 2, 3]) {
    for (const point of [0, 1, 2]) {
      const metadata = estateMetadata(machine, point);
      const { restorePoint, operation } = await captureRestorePoint(fixture.ports, operator, {
        metadata,
        disks: estateImages(machine),
      });
      if (restorePoint === null || operation === null) throw new Error('not captured');
      points.push(restorePoint);
      operations.push(operation);
      if (point < 2) await completeCapture(fixture.sql, restorePoint.id);
    }
  }
  for (const folder of ['a', 'b', 'c']) {
    fixture.time.now = `2026-05-04T03:02:0${plans.length + 2}.000Z`;
    const { plan } = await planRestore(fixture.ports, operator, {
      restorePoint: { restorePointId: points[0]?.id ?? '' },
      target: { localFiles: { location: 'restores', folder } },
    });
    if (plan === null) throw new Error('not planned');
    plans.push(plan);
  }
  const ids = [...new Set(points.map(({ vmId }) => vmId))];
  for (const vm of await fixture.catalog.vms.loadVms(ids)) if (vm !== null) vms.push(vm);
  await fixture.sql.query(`UPDATE restore_points SET state = 'AVAILABLE' WHERE captured_at < '2026-03-03'`);
});
afterAll(() => fixture.close());
beforeEach(() => void fixture.takeStatements());

const byText = (left: string, right: string) => (left < right ? -1 : 1);
const newestFirst = (a: { id: string; capturedAt: string }, b: { id: string; capturedAt: string }) =>
  byText(`${b.capturedAt} ${b.id}`, `${a.capturedAt} ${a.id}`);
const idOf = ({ id }: { id: string }) => id;
const siteCursor = async () =>
  (await fixture.catalog.sites.pageSites({ first: 1, after: null })).entries[0]?.cursor ?? '';
const vmCursor = async () =>
  (await fixture.catalog.vms.pageVms({}, { first: 1, after: null })).entries[0]?.cursor ?? '';

describe('sites', () => {
  testKeysetPages({
    read: (page) => fixture.catalog.sites.pageSites(page),
    idOf: ({ name }: { name: string }) => name,
    expected: () => ['Empty 1', 'Empty 2', 'Empty 3', 'Site A'],
    foreignCursor: vmCursor,
  });
});
describe('VMs', () => {
  testKeysetPages({
    read: (page) => fixture.catalog.vms.pageVms({}, page),
    idOf,
    expected: () => [...vms].sort((a, b) => byText(a.name, b.name)).map(idOf),
    foreignCursor: siteCursor,
  });
});
describe('executors', () => {
  testKeysetPages({
    read: (page) => fixture.catalog.executors.pageExecutors(page),
    idOf: ({ name }: { name: string }) => name,
    expected: () => ['Zulu', 'alpha', 'local'],
    foreignCursor: siteCursor,
  });
});
describe('restore points', () => {
  testKeysetPages({
    read: (page) => fixture.catalog.restorePoints.pageRestorePoints({}, page),
    idOf,
    expected: () => [...points].sort(newestFirst).map(idOf),
    foreignCursor: async () =>
      (await fixture.catalog.operations.pageOperations({}, { first: 1, after: null })).entries[0]?.cursor ?? '',
  });
});
describe('plans', () => {
  testKeysetPages({
    read: (page) => fixture.catalog.plans.pagePlans({}, page),
    idOf,
    expected: () => [...plans].reverse().map(idOf),
    foreignCursor: siteCursor,
  });
});
describe('operations', () => {
  testKeysetPages({
    read: (page) => fixture.catalog.operations.pageOperations({}, page),
    idOf,
    expected: () => [...operations].reverse().map(idOf),
    foreignCursor: siteCursor,
  });
});
describe('events of an operation', () => {
  beforeAll(async () => {
    for (const percent of [10, 20, 30]) {
      await fixture.sql.query(`SELECT append_operation_event($1, 'PROGRESS', $2)`, [operations[0]?.id, { percent }]);
    }
  });
  testKeysetPages({
    read: async (page) => {
      const ids = ['no id', operations[0]?.id ?? ''];
      const [none, events] = await fixture.catalog.operations.pageEventsOfOperations(ids, page);
      if (none?.entries.length !== 0 || events === undefined) throw new Error('a page stands in the wrong place');
      return events;
    },
    idOf: ({ sequence }: { sequence: number }) => String(sequence),
    expected: () => ['1', '2', '3', '4'],
    foreignCursor: siteCursor,
  });
  test('counted, and read after a number', async () => {
    const id = operations[0]?.id ?? '';
    expect(await fixture.catalog.operations.countEventsOfOperations(['no id', id])).toEqual([0, 4]);
    const events = await fixture.catalog.operations.readEventsAfter(id, 2, 1);
    expect(events.map(({ sequence, payload }) => [sequence, payload.percent])).toEqual([[3, 20]]);
    expect(await fixture.catalog.operations.readEventsAfter(id, 2 ** 53 - 1, 5)).toEqual([]);
  });
});
describe('audit log', () => {
  testKeysetPages({
    read: (page) => fixture.catalog.audit.pageAuditEntries(page),
    idOf: ({ sequence }: { sequence: number }) => String(sequence),
    expected: () => auditSequences,
    foreignCursor: async () =>
      (await fixture.catalog.operations.pageEventsOfOperations([operations[0]?.id ?? ''], { first: 1, after: null }))[0]
        ?.entries[0]?.cursor ?? '',
  });
  let auditSequences: string[] = [];
  beforeAll(async () => {
    const count = await fixture.catalog.audit.countAuditEntries();
    auditSequences = Array.from({ length: count }, (_, index) => String(count - index));
  });
});

describe('batches', () => {
  const one = async <T>(work: Promise<T>): Promise<T> => {
    fixture.takeStatements();
    const result = await work;
    expect(fixture.takeStatements().length).toBe(1);
    return result;
  };
  const vmIds = () => vms.map(idOf);

  test('rows in the order asked, twice where asked twice, null for what is not there', async () => {
    const [first, second] = vmIds() as [string, string];
    const ids = [second, ABSENT, first, 'rubbish', second.toUpperCase(), '', "'"];
    const loaded = await one(fixture.catalog.vms.loadVms(ids));
    expect(loaded.map((vm) => vm?.id ?? null)).toEqual([second, null, first, null, second, null, null]);
    expect(await one(fixture.catalog.sites.loadSites([ABSENT]))).toEqual([null]);
    expect(await one(fixture.catalog.restorePoints.loadRestorePoints([]))).toEqual([]);
    expect((await one(fixture.catalog.executors.loadExecutors(executorIds))).map((row) => row?.name)).toEqual([
      'local',
      'alpha',
      'Zulu',
    ]);
    expect((await one(fixture.catalog.operations.loadOperations([operations[1]?.id ?? '']))).length).toBe(1);
    expect((await one(fixture.catalog.plans.loadPlans(plans.map(idOf)))).map((plan) => plan?.digest)).toEqual(
      plans.map(({ digest }) => digest),
    );
  });

  test('newest point of each VM, in whatever state; newest available', async () => {
    const newest = await one(fixture.catalog.restorePoints.loadNewestRestorePoints([...vmIds(), ABSENT]));
    expect(newest.map((point) => point?.capturedAt ?? null)).toEqual([
      ...vms.map(() => '2026-03-03T02:00:00.000Z'),
      null,
    ]);
    const available = await one(fixture.catalog.restorePoints.findNewestAvailable(vmIds()[0] ?? ''));
    expect(available?.capturedAt).toBe('2026-03-02T02:00:00.000Z');
  });

  test('a page of points for each VM, and the next page', async () => {
    const { restorePoints } = fixture.catalog;
    const firstPages = await one(restorePoints.pageRestorePointsOfVms([ABSENT, ...vmIds()], { first: 2, after: null }));
    expect(firstPages.map(({ entries, hasNextPage }) => [entries.length, hasNextPage])).toEqual([
      [0, false],
      ...vms.map(() => [2, true]),
    ]);
    const after = firstPages[1]?.entries.at(-1)?.cursor ?? '';
    const [next] = await one(restorePoints.pageRestorePointsOfVms([vmIds()[0] ?? ''], { first: 2, after }));
    expect(next?.entries.map(({ node }) => node.capturedAt)).toEqual(['2026-03-01T02:00:00.000Z']);
    expect(await one(restorePoints.countRestorePointsOfVms([ABSENT, ...vmIds()]))).toEqual([0, ...vms.map(() => 3)]);
  });

  test('VMs of sites, operations of plans, newest operations of points, disks and items of points', async () => {
    const siteId = vms[0]?.siteId ?? '';
    const [pages] = await one(fixture.catalog.vms.pageVmsOfSites([siteId], { first: 3, after: null }));
    expect([pages?.entries.length, pages?.hasNextPage]).toEqual([3, true]);
    expect(await one(fixture.catalog.vms.countVmsOfSites([siteId, ABSENT]))).toEqual([4, 0]);
    const planPages = await one(
      fixture.catalog.operations.pageOperationsOfPlans(plans.map(idOf), { first: 1, after: null }),
    );
    expect(planPages.map(({ entries }) => entries.length)).toEqual([0, 0, 0]);
    expect(await one(fixture.catalog.operations.countOperationsOfPlans(plans.map(idOf)))).toEqual([0, 0, 0]);
    const pointIds = points.map(idOf);
    const newest = await one(fixture.catalog.operations.loadNewestOperationsOfRestorePoints(pointIds));
    expect(newest.map((operation) => operation?.id)).toEqual(operations.map(idOf));
    const disks = await one(fixture.catalog.restorePoints.loadDisks(pointIds));
    expect(disks.map((list) => list.length)).toEqual(
      [0, 1, 2, 3].flatMap((machine) => [0, 1, 2].map(() => estateImages(machine).length)),
    );
    const items = await one(fixture.catalog.restorePoints.loadCapturedItems(pointIds));
    expect(new Set(items.map((list) => list.length))).toEqual(new Set([8]));
    const documents = await one(fixture.catalog.restorePoints.loadDocumentSummaries([...pointIds, ABSENT]));
    expect(documents.at(-1)).toBeNull();
    expect(new Set(documents.slice(0, -1).map((summary) => summary?.sha256.length))).toEqual(new Set([64]));
    expect(await one(fixture.catalog.operations.loadOperationDisks([ABSENT]))).toEqual([[]]);
    const { executors } = await one(fixture.catalog.executors.surveyExecutors());
    expect(executors.map(({ name }) => name)).toEqual(['Zulu', 'alpha', 'local']);
  });
});

describe('filters', () => {
  const names = async (nameContains: string) =>
    (await fixture.catalog.vms.pageVms({ nameContains }, { first: 100, after: null })).entries.map(
      ({ node }) => node.name,
    );
  test('part of a name: letters of either case, no wildcards, nothing for NUL', async () => {
    const name = vms[0]?.name ?? '';
    expect(await names(name.toUpperCase())).toEqual([name]);
    for (const text of ['%', '_%', '\\', 'a\u0000', 'x'.repeat(10_000), '\ud800'])
      expect(await names(text)).toEqual([]);
    expect((await names('')).length).toBe(4);
    expect(await fixture.catalog.vms.countVms({ nameContains: name })).toBe(1);
  });

  test('VMs of a site; of text that is no id', async () => {
    const siteId = vms[0]?.siteId ?? '';
    expect(await fixture.catalog.vms.countVms({ siteId })).toBe(4);
    expect(await fixture.catalog.vms.countVms({ siteId: 'x' })).toBe(0);
  });

  test('points by VM, time and state', async () => {
    const { restorePoints } = fixture.catalog;
    const vmId = vms[0]?.id ?? '';
    const from = { vmId, capturedFrom: '2026-03-02T02:00:00.000Z' };
    expect(await restorePoints.countRestorePoints(from)).toBe(2);
    expect(await restorePoints.countRestorePoints({ ...from, capturedBefore: '2026-03-03T02:00:00.000Z' })).toBe(1);
    expect(await restorePoints.countRestorePoints({ vmId, state: 'CAPTURING' })).toBe(1);
    expect(await restorePoints.countRestorePoints({ capturedFrom: '0000-01-01T00:00:00.000Z' })).toBe(12);
    expect(await restorePoints.countRestorePoints({ capturedBefore: '9999-12-31T23:59:59.999Z' })).toBe(12);
  });

  test('operations by kind and state, plans by point', async () => {
    expect(await fixture.catalog.operations.countOperations({ kind: 'CAPTURE_RESTORE_POINT', state: 'QUEUED' })).toBe(
      12,
    );
    expect(await fixture.catalog.operations.countOperations({ kind: 'EXECUTE_PLAN' })).toBe(0);
    expect(await fixture.catalog.plans.countPlans({ restorePointId: points[0]?.id })).toBe(3);
    expect(await fixture.catalog.plans.countPlans({ restorePointId: points[1]?.id })).toBe(0);
  });
});

test('writing a point takes the same number of statements for one disk and for several', async () => {
  const record = async (machine: number) => {
    fixture.takeStatements();
    const metadata = { ...estateMetadata(machine, 0), capturedAt: '2026-04-01T00:00:00.000Z' };
    await recordRestorePoint(fixture.ports, operator, { metadata, tool: 't', toolReference: `count-${machine}` });
    return fixture.takeStatements().length;
  };
  const [oneDisk, severalDisks] = [await record(2), await record(3)];
  expect(estateImages(2).length).toBeLessThan(estateImages(3).length);
  expect(oneDisk).toBe(severalDisks);
});
