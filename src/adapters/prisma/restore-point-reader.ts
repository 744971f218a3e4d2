import type { RestorePointFacts } from '../../domain/restore-point-facts.js';
import type { DocumentSummary } from '../../domain/restore-point-records.js';
import { CAPTURED_ITEMS } from '../../domain/words.js';
import type { RestorePointFilter, RestorePointReader } from '../../ports/restore-point-reader.js';
import { groupsInOrder, inOrder, isUuid, uuidsOf, wholeNumber } from './column-values.js';
import { type CursorFormat, decodePage, pageOf } from './cursors.js';
import type { CatalogDatabase } from './database.js';
import { Prisma } from './generated/client.js';
import {
  type CapturedItemRow,
  DISK_COLUMNS,
  type DiskRow,
  type DocumentSummaryRow,
  RESTORE_POINT_COLUMNS,
  type RestorePointRow,
  toCapturedItem,
  toDisk,
  toDocumentSummary,
  toRestorePoint,
} from './restore-point-rows.js';
import { afterKeys, countsInOrder } from './sql-parts.js';

const POINTS: CursorFormat = { list: 'restorePoints', keys: ['time', 'uuid'] };
const KEYS = 'point.captured_at, point.id';
const timeAndId = (node: { readonly capturedAt: string; readonly id: string }) => [node.capturedAt, node.id];

/** Deleted points are shown by id, and to whoever asks for their state. */
const NOT_DELETED = Prisma.sql`point.state <> 'DELETED'`;

function conditions(filter: RestorePointFilter): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`];
  if (filter.vmId != null) {
    parts.push(isUuid(filter.vmId) ? Prisma.sql`point.vm_id = ${filter.vmId}::uuid` : Prisma.sql`FALSE`);
  }
  const from = storableMoment(filter.capturedFrom);
  const before = storableMoment(filter.capturedBefore);
  if (from !== null) parts.push(Prisma.sql`point.captured_at >= ${from}::timestamptz`);
  if (before !== null) parts.push(Prisma.sql`point.captured_at < ${before}::timestamptz`);
  parts.push(filter.state == null ? NOT_DELETED : Prisma.sql`point.state = ${filter.state}`);
  return Prisma.join(parts, ' AND ');
}

/** PostgreSQL has no year 0; no point is that old. */
function storableMoment(moment: string | null | undefined): string | null {
  if (moment == null) return null;
  return moment < '0001' ? '0001-01-01T00:00:00.000Z' : moment;
}

type PointReader = Omit<RestorePointReader, 'loadDisks' | 'loadCapturedItems' | 'loadFacts' | 'loadDocumentSummaries'>;

export function createRestorePointReader(database: CatalogDatabase): RestorePointReader {
  return { ...pointReader(database), ...partReader(database) };
}

function pointReader(database: CatalogDatabase): PointReader {
  return {
    async pageRestorePoints(filter, request) {
      const page = decodePage(POINTS, request);
      const rows = await database.query<RestorePointRow>(Prisma.sql`
        SELECT ${RESTORE_POINT_COLUMNS} FROM restore_points point
        WHERE ${conditions(filter)} AND ${afterKeys(POINTS, page, KEYS, '<')}
        ORDER BY point.captured_at DESC, point.id DESC LIMIT ${page.first + 1}`);
      return pageOf(POINTS, page, rows.map(toRestorePoint), timeAndId);
    },
    async countRestorePoints(filter) {
      const [row] = await database.query<{ count: bigint }>(
        Prisma.sql`SELECT count(*) FROM restore_points point WHERE ${conditions(filter)}`,
      );
      return wholeNumber(row?.count ?? 0n);
    },
    async loadRestorePoints(ids) {
      const rows = await database.query<RestorePointRow>(Prisma.sql`
        SELECT ${RESTORE_POINT_COLUMNS} FROM restore_points point WHERE point.id = ANY(${uuidsOf(ids)}::uuid[])`);
      return inOrder(ids, rows.map(toRestorePoint), ({ id }) => id);
    },
    async pageRestorePointsOfVms(vmIds, request) {
      const page = decodePage(POINTS, request);
      const rows = await database.query<RestorePointRow>(Prisma.sql`
        SELECT found.* FROM unnest(${uuidsOf(vmIds)}::uuid[]) AS wanted (vm_id) CROSS JOIN LATERAL (
          SELECT ${RESTORE_POINT_COLUMNS} FROM restore_points point
          WHERE point.vm_id = wanted.vm_id AND ${NOT_DELETED} AND ${afterKeys(POINTS, page, KEYS, '<')}
          ORDER BY point.captured_at DESC, point.id DESC LIMIT ${page.first + 1}) found
        ORDER BY found.captured_at DESC, found.id DESC`);
      const groups = groupsInOrder(vmIds, rows.map(toRestorePoint), ({ vmId }) => vmId);
      return groups.map((points) => pageOf(POINTS, page, points, timeAndId));
    },
    async countRestorePointsOfVms(vmIds) {
      const rows = await database.query<{ id: string; count: bigint }>(Prisma.sql`
        SELECT vm_id AS id, count(*) FROM restore_points point
        WHERE vm_id = ANY(${uuidsOf(vmIds)}::uuid[]) AND ${NOT_DELETED} GROUP BY vm_id`);
      return countsInOrder(vmIds, rows);
    },
    async loadNewestRestorePoints(vmIds) {
      const rows = await database.query<RestorePointRow>(Prisma.sql`
        SELECT found.* FROM unnest(${uuidsOf(vmIds)}::uuid[]) AS wanted (vm_id) CROSS JOIN LATERAL (
          SELECT ${RESTORE_POINT_COLUMNS} FROM restore_points point
          WHERE point.vm_id = wanted.vm_id AND ${NOT_DELETED}
          ORDER BY point.captured_at DESC, point.id DESC LIMIT 1) found`);
      return inOrder(vmIds, rows.map(toRestorePoint), ({ vmId }) => vmId);
    },
    async findNewestAvailable(vmId) {
      if (!isUuid(vmId)) return null;
      const [row] = await database.query<RestorePointRow>(Prisma.sql`
        SELECT ${RESTORE_POINT_COLUMNS} FROM restore_points point
        WHERE point.vm_id = ${vmId}::uuid AND point.state = 'AVAILABLE'
        ORDER BY point.captured_at DESC, point.id DESC LIMIT 1`);
      return row === undefined ? null : toRestorePoint(row);
    },
  };
}

function partReader(database: CatalogDatabase): Omit<RestorePointReader, keyof PointReader> {
  return {
    async loadDisks(restorePointIds) {
      const rows = await database.query<DiskRow>(Prisma.sql`
        SELECT ${DISK_COLUMNS} FROM restore_point_disks disk
        LEFT JOIN repositories repository ON repository.id = disk.repository_id
        WHERE disk.restore_point_id = ANY(${uuidsOf(restorePointIds)}::uuid[])
        ORDER BY disk.bus, disk.bus_number, disk.unit_number, disk.device_key`);
      return groupsInOrder(restorePointIds, rows, (row) => row.restore_point_id).map((disks) => disks.map(toDisk));
    },
    async loadCapturedItems(restorePointIds) {
      const rows = await database.query<CapturedItemRow>(Prisma.sql`
        SELECT restore_point_id, item, state, observed_at, reason FROM captured_items
        WHERE restore_point_id = ANY(${uuidsOf(restorePointIds)}::uuid[])`);
      const groups = groupsInOrder(restorePointIds, rows, (row) => row.restore_point_id);
      return groups.map((items) =>
        items.map(toCapturedItem).sort((a, b) => CAPTURED_ITEMS.indexOf(a.item) - CAPTURED_ITEMS.indexOf(b.item)),
      );
    },
    async loadFacts(restorePointIds) {
      const rows = await database.query<{ id: string; facts: RestorePointFacts }>(
        Prisma.sql`SELECT id, facts FROM restore_points WHERE id = ANY(${uuidsOf(restorePointIds)}::uuid[])`,
      );
      return inOrder(restorePointIds, rows, ({ id }) => id).map((row) => row?.facts ?? null);
    },
    async loadDocumentSummaries(restorePointIds) {
      const rows = await database.query<DocumentSummaryRow>(Prisma.sql`
        SELECT restore_point_id, form, document_sha256, not_understood FROM restore_point_documents
        WHERE restore_point_id = ANY(${uuidsOf(restorePointIds)}::uuid[])`);
      const found = inOrder(restorePointIds, rows, (row) => row.restore_point_id);
      return found.map((row): DocumentSummary | null => (row === null ? null : toDocumentSummary(row)));
    },
  };
}
