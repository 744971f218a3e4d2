import type { AuditReader } from '../ports/audit-reader.js';
import type { CatalogHealth } from '../ports/catalog-health.js';
import type { ExecutorReader, SiteReader, VmReader } from '../ports/estate-reader.js';
import type { EventLog } from '../ports/event-log.js';
import type { OperationEventWake } from '../ports/operation-event-wake.js';
import type { OperationReader, OperationWriter } from '../ports/operation-store.js';
import type { FactDocuments } from '../ports/fact-documents.js';
import type { PlanningFactsReader, PlanningFactsWriter } from '../ports/planning-facts.js';
import type { PlanReader, PlanWriter } from '../ports/plan-store.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import type { RestorePointRemover } from '../ports/restore-point-remover.js';
import type { TokenStore } from '../ports/token-store.js';
import type { Actor } from '../usecases/actor.js';
import type { CaptureRestorePointPorts } from '../usecases/capture-restore-point.js';
import type { ExecutePlanPorts } from '../usecases/execute-plan.js';
import { makeLoaders } from './loaders.js';
import type { Loaders } from './loaders.js';

/** Everything behind the API: what use cases change things through, and what plain reads read. */
export interface ApiPorts
  extends Omit<CaptureRestorePointPorts, 'executors' | 'restorePoints'>,
    Omit<ExecutePlanPorts, 'executors' | 'restorePoints' | 'vms' | 'sites' | 'plans' | 'operations' | 'planningFacts'> {
  readonly sites: SiteReader;
  readonly vms: VmReader;
  readonly executors: ExecutorReader;
  readonly restorePoints: RestorePointReader;
  readonly removal: RestorePointRemover;
  readonly plans: PlanReader & PlanWriter;
  readonly planningFacts: PlanningFactsReader & PlanningFactsWriter;
  readonly factDocuments: FactDocuments;
  readonly operations: OperationReader & OperationWriter;
  readonly audit: AuditReader;
  readonly tokens: Omit<TokenStore, 'createFirstToken'>;
  readonly health: CatalogHealth;
  readonly wake: OperationEventWake;
}

/** What a resolver may use. One for each request. */
export interface RequestContext {
  readonly actor: Actor;
  readonly ports: ApiPorts;
  readonly loaders: Loaders;
  /** Aborted when the caller has gone or the time is up: nothing more is read for the request then. */
  readonly signal: AbortSignal;
  readonly traceId: string;
  readonly log: EventLog;
  readonly serviceVersion: string;
  /** Whether the token still holds; long subscriptions ask again and again. */
  readonly tokenHolds: () => Promise<boolean>;
}

export type RequestContextParts = Omit<RequestContext, 'loaders'>;

export function makeContext(parts: RequestContextParts): RequestContext {
  return { ...parts, loaders: makeLoaders(parts.ports, parts.signal) };
}
