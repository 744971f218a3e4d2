/** Ports of the API over plain lists, with a count of the calls: what the edge does can be seen without a database. */
import { createHash } from 'node:crypto';
import type { ExecutorRecord, SiteRecord, VmRecord } from '../../src/domain/estate-records.js';
import type { OperationEventRecord, OperationRecord, PlanRecord } from '../../src/domain/operation-records.js';
import type { RestorePointDiskRecord, RestorePointRecord } from '../../src/domain/restore-point-records.js';
import type { Role } from '../../src/domain/words.js';
import type { ApiPorts } from '../../src/graphql/context.js';
import { DEFAULT_POLICY } from '../../src/planner/facts.js';
import type { Page, PageRequest } from '../../src/ports/page.js';
import { PortError } from '../../src/ports/port-error.js';

export const NOW = '2026-05-04T03:02:01.000Z';

export function uuid(number: number): string {
  return `0190aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Tokens of the right form, one for each role and one for each way to be invalid. */
export const TOKENS = {
  viewer: tokenOf('viewer'),
  auditor: tokenOf('auditor'),
  operator: tokenOf('operator'),
  admin: tokenOf('admin'),
  expired: tokenOf('expired'),
  revoked: tokenOf('revoked'),
  unknown: tokenOf('of another service'),
};

function tokenOf(name: string): string {
  return `rst_${createHash('sha256').update(name).digest('base64url')}`;
}

export interface InMemoryCatalog {
  readonly sites: SiteRecord[];
  readonly vms: VmRecord[];
  readonly executors: ExecutorRecord[];
  readonly restorePoints: RestorePointRecord[];
  readonly disks: RestorePointDiskRecord[];
  readonly plans: PlanRecord[];
  readonly operations: OperationRecord[];
  readonly events: OperationEventRecord[];
}

export interface InMemoryPorts {
  readonly ports: ApiPorts;
  readonly catalog: InMemoryCatalog;
  /** Names of the read methods called, in order. */
  readonly calls: string[];
  /** When set, every read fails with it. */
  failure: unknown;
  /** Wakes the watchers of an operation. */
  wake(operationId: string): void;
  readonly watcherCount: () => number;
}

export function createInMemoryPorts(given: Partial<InMemoryCatalog> = {}): InMemoryPorts {
  const catalog: InMemoryCatalog = {
    sites: [],
    vms: [],
    executors: [],
    restorePoints: [],
    disks: [],
    plans: [],
    operations: [],
    events: [],
    ...given,
  };
  const watchers = new Map<string, Set<() => void>>();
  const state: InMemoryPorts = {
    ports: undefined as never,
    catalog,
    calls: [],
    failure: undefined,
    wake: (operationId) => {
      for (const onWake of watchers.get(operationId) ?? []) onWake();
    },
    watcherCount: () => [...watchers.values()].reduce((sum, { size }) => sum + size, 0),
  };
  const readers = recordCalls(readersOf(catalog), state);
  const ports = {
    ...readers,
    tokens: { ...readers.tokens, findToken: async (sha256: string) => findToken(sha256, state) },
    health: {
      check: async () => {
        if (state.failure !== undefined) throw state.failure;
      },
    },
    wake: {
      watch: (operationId: string, onWake: () => void) => {
        const ofOperation = watchers.get(operationId) ?? new Set();
        watchers.set(operationId, ofOperation.add(onWake));
        return () => void ofOperation.delete(onWake);
      },
    },
    clock: { now: () => NOW },
    ids: { newId: () => uuid(999), newSecret: () => new Uint8Array(32) },
    policy: DEFAULT_POLICY,
    repository: 'main',
    workQueue: { enqueue: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  return Object.assign(state, { ports: ports as unknown as ApiPorts });
}

export function databaseAway(): PortError {
  return new PortError('retryable', 'DATABASE_UNAVAILABLE', 'connect ECONNREFUSED canary-host:5432');
}

function findToken(sha256: string, state: InMemoryPorts) {
  if (state.failure !== undefined) throw state.failure;
  const name = Object.entries(TOKENS).find(
    ([, text]) => createHash('sha256').update(text).digest('hex') === sha256,
  )?.[0];
  if (name === undefined || name === 'unknown') return null;
  const role = (['viewer', 'auditor', 'operator', 'admin'].includes(name) ? name.toUpperCase() : 'ADMIN') as Role;
  return {
    id: uuid(900 + Object.keys(TOKENS).indexOf(name)),
    name,
    role,
    createdAt: NOW,
    expiresAt: name === 'expired' ? '2026-05-04T03:02:00.000Z' : null,
    revokedAt: name === 'revoked' ? NOW : null,
  };
}

type Methods = Record<string, Record<string, (...args: never[]) => unknown>>;

function recordCalls<Readers extends Methods>(readers: Readers, state: InMemoryPorts): Readers {
  const recorded: Methods = {};
  for (const [port, methods] of Object.entries(readers)) {
    recorded[port] = {};
    for (const [name, method] of Object.entries(methods)) {
      recorded[port][name] = async (...args: never[]) => {
        state.calls.push(`${port}.${name}`);
        if (state.failure !== undefined) throw state.failure;
        return method(...args);
      };
    }
  }
  return recorded as Readers;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]) {
  return (ids: readonly string[]) => ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

function pageOf<Row>(rows: readonly Row[], { first, after }: PageRequest): Page<Row> {
  const start = after === null ? 0 : rows.findIndex((_row, position) => cursorAt(position) === after) + 1;
  if (after !== null && start === 0) throw new PortError('permanent', 'INVALID_CURSOR', 'no such cursor');
  const entries = rows
    .slice(start, start + first)
    .map((node, position) => ({ cursor: cursorAt(start + position), node }));
  return { entries, hasNextPage: start + first < rows.length, hasPreviousPage: start > 0 };
}

function cursorAt(position: number): string {
  return Buffer.from(`entry ${position}`).toString('base64url');
}

function readersOf(catalog: InMemoryCatalog) {
  const { sites, vms, executors, restorePoints, disks, plans } = catalog;
  const pointsOf = (vmId: string) => restorePoints.filter((point) => point.vmId === vmId);
  const vmsOf = (siteId: string) => vms.filter((vm) => vm.siteId === siteId);
  return {
    sites: {
      pageSites: (page: PageRequest) => pageOf(sites, page),
      countSites: () => sites.length,
      loadSites: byId(sites),
    },
    vms: {
      pageVms: (_filter: unknown, page: PageRequest) => pageOf(vms, page),
      countVms: () => vms.length,
      loadVms: byId(vms),
      pageVmsOfSites: (ids: string[], page: PageRequest) => ids.map((id) => pageOf(vmsOf(id), page)),
      countVmsOfSites: (ids: string[]) => ids.map((id) => vmsOf(id).length),
    },
    executors: {
      pageExecutors: (page: PageRequest) => pageOf(executors, page),
      countExecutors: () => executors.length,
      loadExecutors: byId(executors),
      surveyExecutors: () => ({ now: NOW, executors }),
    },
    restorePoints: {
      pageRestorePoints: (_filter: unknown, page: PageRequest) => pageOf(restorePoints, page),
      countRestorePoints: () => restorePoints.length,
      loadRestorePoints: byId(restorePoints),
      pageRestorePointsOfVms: (ids: string[], page: PageRequest) => ids.map((id) => pageOf(pointsOf(id), page)),
      countRestorePointsOfVms: (ids: string[]) => ids.map((id) => pointsOf(id).length),
      loadNewestRestorePoints: (ids: string[]) => ids.map((id) => pointsOf(id)[0] ?? null),
      findNewestAvailable: (id: string) => pointsOf(id)[0] ?? null,
      loadDisks: (ids: string[]) => ids.map((id) => disks.filter(({ restorePointId }) => restorePointId === id)),
      loadCapturedItems: (ids: string[]) => ids.map(() => []),
      loadFacts: (ids: string[]) => ids.map(() => null),
      loadDocumentSummaries: (ids: string[]) => ids.map(() => null),
    },
    plans: {
      pagePlans: (_filter: unknown, page: PageRequest) => pageOf(plans, page),
      countPlans: () => plans.length,
      loadPlans: byId(plans),
      loadApprovals: (ids: string[]) => ids.map(() => []),
    },
    planningFacts: {
      loadSiteFacts: () => [],
      loadSiteSections: (ids: string[]) => ids.map(() => []),
      loadProxyFacts: () => [],
      loadPolicy: () => null,
    },
    operations: operationReader(catalog),
    tokens: {
      pageTokens: (page: PageRequest) => pageOf([], page),
      countTokens: () => 0,
      loadTokens: (ids: string[]) => ids.map(() => null),
    },
    audit: {
      pageAuditEntries: (page: PageRequest) => pageOf([], page),
      countAuditEntries: () => 0,
    },
  };
}

function operationReader({ operations, events }: InMemoryCatalog) {
  const eventsOf = (id: string) => events.filter((event) => event.operationId === id);
  return {
    pageOperations: (_filter: unknown, page: PageRequest) => pageOf(operations, page),
    countOperations: () => operations.length,
    loadOperations: byId(operations),
    loadOperationDisks: (ids: string[]) => ids.map(() => []),
    pageOperationsOfPlans: (ids: string[], page: PageRequest) =>
      ids.map((id) =>
        pageOf(
          operations.filter(({ planId }) => planId === id),
          page,
        ),
      ),
    countOperationsOfPlans: (ids: string[]) => ids.map(() => 0),
    loadNewestOperationsOfRestorePoints: (ids: string[]) => ids.map(() => null),
    pageEventsOfOperations: (ids: string[], page: PageRequest) => ids.map((id) => pageOf(eventsOf(id), page)),
    countEventsOfOperations: (ids: string[]) => ids.map((id) => eventsOf(id).length),
    readEventsAfter: (id: string, after: number, limit: number) =>
      eventsOf(id)
        .filter(({ sequence }) => sequence > after)
        .slice(0, limit),
    requestCancel: (id: string) => {
      const operation = operations.find((candidate) => candidate.id === id);
      return operation ? { kind: 'requested', operation } : { kind: 'not-found' };
    },
  };
}
