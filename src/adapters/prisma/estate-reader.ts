import type {
  ExecutorRecord,
  LocationRecord,
  RepositoryPresence,
  SiteKind,
  SiteRecord,
  VmRecord,
} from '../../domain/estate-records.js';
import type { ExecutorReader, SiteReader, VmFilter, VmReader } from '../../ports/estate-reader.js';
import { groupsInOrder, inOrder, isUuid, utc, uuidsOf, wholeNumber } from './column-values.js';
import { type CursorFormat, decodePage, pageOf } from './cursors.js';
import type { CatalogDatabase } from './database.js';
import { Prisma } from './generated/client.js';
import { afterKeys, countsInOrder } from './sql-parts.js';

const SITES: CursorFormat = { list: 'sites', keys: ['name', 'uuid'] };
const VMS: CursorFormat = { list: 'vms', keys: ['name', 'uuid'] };
const EXECUTORS: CursorFormat = { list: 'executors', keys: ['name', 'uuid'] };
const EXECUTORS_MAX = 1_000;

export interface SiteRow {
  id: string;
  name: string;
  kind: SiteKind;
  vcenter_instance_uuid: string | null;
  created_at: Date;
}

export const SITE_COLUMNS = Prisma.sql`id, name, kind, vcenter_instance_uuid, created_at`;

export function toSite(row: SiteRow): SiteRecord {
  const { id, name, kind } = row;
  return { id, name, kind, vcenterInstanceUuid: row.vcenter_instance_uuid, createdAt: utc(row.created_at) };
}

export interface VmRow {
  id: string;
  site_id: string;
  identity_key: string;
  name: string;
  managed_object_id: string | null;
  instance_uuid: string | null;
  bios_uuid: string | null;
  created_at: Date;
}

export const VM_COLUMNS = Prisma.sql`
  id, site_id, identity_key, name, managed_object_id, instance_uuid, bios_uuid, created_at`;

export function toVm(row: VmRow): VmRecord {
  return {
    id: row.id,
    siteId: row.site_id,
    identityKey: row.identity_key,
    name: row.name,
    managedObjectId: row.managed_object_id,
    instanceUuid: row.instance_uuid,
    biosUuid: row.bios_uuid,
    createdAt: utc(row.created_at),
  };
}

interface ExecutorRow {
  id: string;
  name: string;
  version: string;
  engine_state: ExecutorRecord['engine'];
  engine_reason: string | null;
  started_at: Date;
  observed_at: Date;
  locations: LocationRecord[];
  repositories: RepositoryPresence[];
}

const EXECUTOR_COLUMNS = Prisma.sql`
  id, name, version, engine_state, engine_reason, started_at, observed_at, locations, repositories`;

function toExecutor(row: ExecutorRow): ExecutorRecord {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    engine: row.engine_state,
    engineReason: row.engine_reason,
    startedAt: utc(row.started_at),
    observedAt: utc(row.observed_at),
    locations: [...row.locations].sort(byName),
    repositories: [...row.repositories].sort(byName),
  };
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return left.name < right.name ? -1 : left.name > right.name ? 1 : 0;
}

function vmConditions(filter: VmFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filter.siteId != null) {
    conditions.push(isUuid(filter.siteId) ? Prisma.sql`site_id = ${filter.siteId}::uuid` : Prisma.sql`FALSE`);
  }
  if (filter.nameContains != null && filter.nameContains !== '') {
    // No stored name holds NUL, and PostgreSQL takes none as a parameter.
    const impossible = filter.nameContains.includes('\u0000');
    conditions.push(
      impossible ? Prisma.sql`FALSE` : Prisma.sql`strpos(lower(name), lower(${filter.nameContains}::text)) > 0`,
    );
  }
  return Prisma.join(conditions, ' AND ');
}

const nameAndId = (node: { readonly name: string; readonly id: string }) => [node.name, node.id];

export function createSiteReader(database: CatalogDatabase): SiteReader {
  return {
    async pageSites(request) {
      const page = decodePage(SITES, request);
      const rows = await database.query<SiteRow>(Prisma.sql`
        SELECT ${SITE_COLUMNS} FROM sites WHERE ${afterKeys(SITES, page, 'name, id', '>')}
        ORDER BY name, id LIMIT ${page.first + 1}`);
      return pageOf(SITES, page, rows.map(toSite), nameAndId);
    },
    async countSites() {
      const [row] = await database.query<{ count: bigint }>(Prisma.sql`SELECT count(*) FROM sites`);
      return wholeNumber(row?.count ?? 0n);
    },
    async loadSites(ids) {
      const rows = await database.query<SiteRow>(
        Prisma.sql`SELECT ${SITE_COLUMNS} FROM sites WHERE id = ANY(${uuidsOf(ids)}::uuid[])`,
      );
      return inOrder(ids, rows.map(toSite), ({ id }) => id);
    },
  };
}

export function createVmReader(database: CatalogDatabase): VmReader {
  return {
    async pageVms(filter, request) {
      const page = decodePage(VMS, request);
      const rows = await database.query<VmRow>(Prisma.sql`
        SELECT ${VM_COLUMNS} FROM vms WHERE ${vmConditions(filter)} AND ${afterKeys(VMS, page, 'name, id', '>')}
        ORDER BY name, id LIMIT ${page.first + 1}`);
      return pageOf(VMS, page, rows.map(toVm), nameAndId);
    },
    async countVms(filter) {
      const [row] = await database.query<{ count: bigint }>(
        Prisma.sql`SELECT count(*) FROM vms WHERE ${vmConditions(filter)}`,
      );
      return wholeNumber(row?.count ?? 0n);
    },
    async loadVms(ids) {
      const rows = await database.query<VmRow>(
        Prisma.sql`SELECT ${VM_COLUMNS} FROM vms WHERE id = ANY(${uuidsOf(ids)}::uuid[])`,
      );
      return inOrder(ids, rows.map(toVm), ({ id }) => id);
    },
    async pageVmsOfSites(siteIds, request) {
      const page = decodePage(VMS, request);
      const rows = await database.query<VmRow>(Prisma.sql`
        SELECT vm.* FROM unnest(${uuidsOf(siteIds)}::uuid[]) AS wanted (site_id) CROSS JOIN LATERAL (
          SELECT ${VM_COLUMNS} FROM vms WHERE vms.site_id = wanted.site_id AND ${afterKeys(VMS, page, 'name, id', '>')}
          ORDER BY name, id LIMIT ${page.first + 1}) vm
        ORDER BY vm.name, vm.id`);
      const groups = groupsInOrder(siteIds, rows.map(toVm), ({ siteId }) => siteId);
      return groups.map((vms) => pageOf(VMS, page, vms, nameAndId));
    },
    async countVmsOfSites(siteIds) {
      const rows = await database.query<{ id: string; count: bigint }>(Prisma.sql`
        SELECT site_id AS id, count(*) FROM vms WHERE site_id = ANY(${uuidsOf(siteIds)}::uuid[]) GROUP BY site_id`);
      return countsInOrder(siteIds, rows);
    },
  };
}

export function createExecutorReader(database: CatalogDatabase): ExecutorReader {
  return {
    async pageExecutors(request) {
      const page = decodePage(EXECUTORS, request);
      const rows = await database.query<ExecutorRow>(Prisma.sql`
        SELECT ${EXECUTOR_COLUMNS} FROM executors WHERE ${afterKeys(EXECUTORS, page, 'name, id', '>')}
        ORDER BY name, id LIMIT ${page.first + 1}`);
      return pageOf(EXECUTORS, page, rows.map(toExecutor), nameAndId);
    },
    async countExecutors() {
      const [row] = await database.query<{ count: bigint }>(Prisma.sql`SELECT count(*) FROM executors`);
      return wholeNumber(row?.count ?? 0n);
    },
    async loadExecutors(ids) {
      const rows = await database.query<ExecutorRow>(
        Prisma.sql`SELECT ${EXECUTOR_COLUMNS} FROM executors WHERE id = ANY(${uuidsOf(ids)}::uuid[])`,
      );
      return inOrder(ids, rows.map(toExecutor), ({ id }) => id);
    },
    async surveyExecutors() {
      // One statement: its rows are those committed when it began, and the clock is read after that.
      const rows = await database.query<{ now: Date } & (ExecutorRow | { id: null })>(Prisma.sql`
        SELECT clock.now, executor.* FROM (SELECT clock_timestamp()::timestamptz(3) AS now) clock
        LEFT JOIN (SELECT ${EXECUTOR_COLUMNS} FROM executors ORDER BY name LIMIT ${EXECUTORS_MAX}) executor ON TRUE
        ORDER BY executor.name`);
      const [first] = rows;
      if (first === undefined) throw new Error('the clock of the database was not told');
      const found = rows.flatMap((row) => (row.id === null ? [] : [toExecutor(row)]));
      return { now: utc(first.now), executors: found };
    },
  };
}
