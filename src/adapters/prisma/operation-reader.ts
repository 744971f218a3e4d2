import type { OperationFilter, OperationReader } from '../../ports/operation-store.js';
import { groupsInOrder, inOrder, isUuid, uuidsOf, wholeNumber } from './column-values.js';
import { type CursorFormat, decodePage, pageOf } from './cursors.js';
import type { CatalogDatabase } from './database.js';
import { Prisma } from './generated/client.js';
import {
  OPERATION_COLUMNS,
  type OperationDiskRow,
  type OperationEventRow,
  type OperationRow,
  toOperation,
  toOperationDisk,
  toOperationEvent,
} from './operation-rows.js';
import { afterKeys, countsInOrder } from './sql-parts.js';

const OPERATIONS: CursorFormat = { list: 'operations', keys: ['time', 'uuid'] };
const EVENTS: CursorFormat = { list: 'operationEvents', keys: ['sequence'] };
const EVENT_COLUMNS = Prisma.sql`event.operation_id, event.sequence, event.at, event.kind, event.payload`;
const KEYS = 'operation.created_at, operation.id';
const timeAndId = (node: { readonly createdAt: string; readonly id: string }) => [node.createdAt, node.id];

function conditions(filter: OperationFilter): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`];
  if (filter.kind != null) parts.push(Prisma.sql`operation.kind = ${filter.kind}`);
  if (filter.state != null) parts.push(Prisma.sql`operation.state = ${filter.state}`);
  return Prisma.join(parts, ' AND ');
}

type EventReader = Pick<OperationReader, 'pageEventsOfOperations' | 'countEventsOfOperations' | 'readEventsAfter'>;

export function createOperationReader(database: CatalogDatabase): OperationReader {
  return { ...operationReader(database), ...eventReader(database) };
}

function operationReader(database: CatalogDatabase): Omit<OperationReader, keyof EventReader> {
  return {
    async pageOperations(filter, request) {
      const page = decodePage(OPERATIONS, request);
      const rows = await database.query<OperationRow>(Prisma.sql`
        SELECT ${OPERATION_COLUMNS} FROM operations operation
        WHERE ${conditions(filter)} AND ${afterKeys(OPERATIONS, page, KEYS, '<')}
        ORDER BY operation.created_at DESC, operation.id DESC LIMIT ${page.first + 1}`);
      return pageOf(OPERATIONS, page, rows.map(toOperation), timeAndId);
    },
    async countOperations(filter) {
      const [row] = await database.query<{ count: bigint }>(
        Prisma.sql`SELECT count(*) FROM operations operation WHERE ${conditions(filter)}`,
      );
      return wholeNumber(row?.count ?? 0n);
    },
    async loadOperations(ids) {
      const rows = await database.query<OperationRow>(Prisma.sql`
        SELECT ${OPERATION_COLUMNS} FROM operations operation WHERE operation.id = ANY(${uuidsOf(ids)}::uuid[])`);
      return inOrder(ids, rows.map(toOperation), ({ id }) => id);
    },
    async loadOperationDisks(operationIds) {
      const rows = await database.query<OperationDiskRow>(Prisma.sql`
        SELECT operation_id, device_key, state, bytes_done, bytes_total, user_errors FROM operation_disks
        WHERE operation_id = ANY(${uuidsOf(operationIds)}::uuid[]) ORDER BY device_key`);
      return groupsInOrder(operationIds, rows.map(toOperationDisk), ({ operationId }) => operationId);
    },
    async pageOperationsOfPlans(planIds, request) {
      const page = decodePage(OPERATIONS, request);
      const rows = await database.query<OperationRow>(Prisma.sql`
        SELECT found.* FROM unnest(${uuidsOf(planIds)}::uuid[]) AS wanted (plan_id) CROSS JOIN LATERAL (
          SELECT ${OPERATION_COLUMNS} FROM operations operation
          WHERE operation.plan_id = wanted.plan_id AND ${afterKeys(OPERATIONS, page, KEYS, '<')}
          ORDER BY operation.created_at DESC, operation.id DESC LIMIT ${page.first + 1}) found
        ORDER BY found.created_at DESC, found.id DESC`);
      const groups = groupsInOrder(planIds, rows.map(toOperation), ({ planId }) => planId ?? '');
      return groups.map((operations) => pageOf(OPERATIONS, page, operations, timeAndId));
    },
    async countOperationsOfPlans(planIds) {
      const rows = await database.query<{ id: string; count: bigint }>(Prisma.sql`
        SELECT plan_id AS id, count(*) FROM operations
        WHERE plan_id = ANY(${uuidsOf(planIds)}::uuid[]) GROUP BY plan_id`);
      return countsInOrder(planIds, rows);
    },
    async loadNewestOperationsOfRestorePoints(restorePointIds) {
      const rows = await database.query<OperationRow>(Prisma.sql`
        SELECT found.* FROM unnest(${uuidsOf(restorePointIds)}::uuid[]) AS wanted (point_id) CROSS JOIN LATERAL (
          SELECT ${OPERATION_COLUMNS} FROM operations operation WHERE operation.restore_point_id = wanted.point_id
          ORDER BY operation.created_at DESC, operation.id DESC LIMIT 1) found`);
      return inOrder(restorePointIds, rows.map(toOperation), ({ restorePointId }) => restorePointId ?? '');
    },
  };
}

function eventReader(database: CatalogDatabase): EventReader {
  return {
    async pageEventsOfOperations(operationIds, request) {
      const page = decodePage(EVENTS, request);
      const rows = await database.query<OperationEventRow>(Prisma.sql`
        SELECT found.* FROM unnest(${uuidsOf(operationIds)}::uuid[]) AS wanted (operation_id) CROSS JOIN LATERAL (
          SELECT ${EVENT_COLUMNS} FROM operation_events event
          WHERE event.operation_id = wanted.operation_id AND ${afterKeys(EVENTS, page, 'event.sequence', '>')}
          ORDER BY event.sequence LIMIT ${page.first + 1}) found
        ORDER BY found.sequence`);
      const groups = groupsInOrder(operationIds, rows.map(toOperationEvent), ({ operationId }) => operationId);
      return groups.map((events) => pageOf(EVENTS, page, events, ({ sequence }) => [sequence]));
    },
    async countEventsOfOperations(operationIds) {
      // Numbers have no gaps, so the last one is their count.
      const rows = await database.query<{ id: string; count: bigint }>(Prisma.sql`
        SELECT id, last_event_sequence AS count FROM operations WHERE id = ANY(${uuidsOf(operationIds)}::uuid[])`);
      return countsInOrder(operationIds, rows);
    },
    async readEventsAfter(operationId, afterSequence, limit) {
      if (!isUuid(operationId)) return [];
      const rows = await database.query<OperationEventRow>(Prisma.sql`
        SELECT ${EVENT_COLUMNS} FROM operation_events event
        WHERE event.operation_id = ${operationId}::uuid AND event.sequence > ${afterSequence}::bigint
        ORDER BY event.sequence LIMIT ${limit}`);
      return rows.map(toOperationEvent);
    },
  };
}
