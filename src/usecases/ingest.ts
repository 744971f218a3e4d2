import type { Clock } from '../ports/clock.js';
import type { ConfigInfoReader } from '../ports/config-info-reader.js';
import type { IdMaker } from '../ports/id-maker.js';
import { PortError } from '../ports/port-error.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import type { IngestContext, RestorePointWrite, RestorePointWriter } from '../ports/restore-point-writer.js';
import type { Sealer } from '../ports/sealer.js';
import type { JsonObject } from '../domain/json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { OperationRecord } from '../domain/operation-records.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import { refusal } from '../domain/user-error.js';
import type { Actor } from './actor.js';
import { buildWrite } from './build-write.js';
import type { PreparedPoint } from './prepare-point.js';
import { requestSha256Of } from './request-hash.js';
import { fingerprintSecrets, sealSecrets } from './seal-secrets.js';

/** What recording and capturing need alike. */
export interface IngestPorts {
  readonly configInfo: ConfigInfoReader;
  readonly ingest: RestorePointWriter;
  readonly restorePoints: Pick<RestorePointReader, 'loadRestorePoints'>;
  readonly sealer: Sealer;
  readonly ids: IdMaker;
  readonly clock: Clock;
}

/** What is special to recording or to capturing. */
export type IngestVariant =
  | { readonly origin: 'RECORDED'; readonly tool: string; readonly toolReference: string }
  | {
      readonly origin: 'CAPTURED';
      readonly idempotencyKey: string | null;
      readonly input: JsonObject;
      /** What was asked, before it was judged: the idempotency key stands for this. */
      readonly requested: JsonObject;
      readonly changedExtents: RestorePointWrite['changedExtents'];
    };

export type IngestOutcome =
  | {
      readonly kind: 'written';
      readonly restorePoint: RestorePointRecord;
      readonly operation: OperationRecord | null;
    }
  /** The same had been recorded, or the same key had started it. */
  | { readonly kind: 'repeated'; readonly restorePointId: string; readonly operation: OperationRecord | null }
  | { readonly kind: 'refused'; readonly userErrors: readonly UserErrorData[] };

/** Others may ingest the same VM at the same moment; each round sees what they committed. */
const ROUNDS_MAX = 8;

/**
 * Writes a prepared point with everything that belongs to it in one transaction, once for one tool reference or
 * idempotency key.
 * @throws PortError of the writer
 */
export async function ingestPoint(
  ports: IngestPorts,
  actor: Actor,
  point: PreparedPoint,
  variant: IngestVariant,
): Promise<IngestOutcome> {
  const secrets = fingerprintSecrets(ports.sealer, point.secrets);
  const requestSha256 = requestSha256Of(point, secrets, variant);
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const context = await ports.ingest.findIngestContext({
      siteName: point.site.name,
      vcenterInstanceUuid: point.site.vcenterInstanceUuid,
      identityKey: point.identityKey,
      tool: variant.origin === 'RECORDED' ? variant.tool : null,
      toolReference: variant.origin === 'RECORDED' ? variant.toolReference : null,
      idempotencyKey: variant.origin === 'CAPTURED' ? variant.idempotencyKey : null,
    });
    const settled = settleFromContext(context, point, requestSha256);
    if (settled !== undefined) return settled;
    const vmId = context.vm?.id ?? ports.ids.newId();
    const sealed = await sealSecrets(ports, vmId, secrets);
    const write: RestorePointWrite = buildWrite({
      ids: ports.ids,
      actor,
      point,
      variant,
      context,
      vmId,
      secrets,
      sealed,
      requestSha256,
    });
    const outcome = await ports.ingest.writeRestorePoint(write);
    if (outcome.kind === 'written') return outcome;
  }
  const message = 'The same VM is being recorded by many callers at once; nothing was changed. Repeat the call.';
  throw new PortError('retryable', 'DATABASE_CONFLICT', message);
}

function settleFromContext(
  context: IngestContext,
  point: PreparedPoint,
  requestSha256: string,
): IngestOutcome | undefined {
  const { recorded, started } = context;
  if (recorded !== null) {
    if (recorded.requestSha256 !== requestSha256) return refused(toolReferenceReused());
    return { kind: 'repeated', restorePointId: recorded.restorePointId, operation: null };
  }
  if (started !== null) {
    const { operation } = started;
    if (started.requestSha256 !== requestSha256 || operation.restorePointId === null) return refused(keyReused());
    return { kind: 'repeated', restorePointId: operation.restorePointId, operation };
  }
  const conflict = siteConflict(context, point);
  return conflict === undefined ? undefined : refused(conflict);
}

/** A site is one vCenter, and a vCenter is one site: two names for it would tear its VMs' histories apart. */
function siteConflict(context: IngestContext, point: PreparedPoint): UserErrorData | undefined {
  const { site, siteOfVcenter } = context;
  const { name, vcenterInstanceUuid } = point.site;
  if (vcenterInstanceUuid === null) return undefined;
  const path = ['metadata', 'site', 'vcenterInstanceUuid'];
  if (siteOfVcenter !== null && siteOfVcenter.name !== name) {
    const message = `vCenter ${vcenterInstanceUuid} is in the catalog as site "${siteOfVcenter.name}".`;
    return refusal('INVALID_INPUT', message, { path, remedy: 'Use that name of the site.' });
  }
  if (site !== null && site.vcenterInstanceUuid !== null && site.vcenterInstanceUuid !== vcenterInstanceUuid) {
    const message = `Site "${name}" is vCenter ${site.vcenterInstanceUuid}, not ${vcenterInstanceUuid}.`;
    return refusal('INVALID_INPUT', message, { path, remedy: 'Give another vCenter another name of a site.' });
  }
  return undefined;
}

function toolReferenceReused(): UserErrorData {
  const message = 'The tool has recorded another restore point under this reference; that one was left as it is.';
  const remedy = 'Give each restore point a reference of its own.';
  return refusal('TOOL_REFERENCE_REUSED', message, { path: ['toolReference'], remedy });
}

function keyReused(): UserErrorData {
  const message = 'This idempotency key has started another capture; nothing was started.';
  const remedy = 'Use a new key for each capture that you want.';
  return refusal('IDEMPOTENCY_KEY_REUSED', message, { path: ['idempotencyKey'], remedy });
}

function refused(userError: UserErrorData): IngestOutcome {
  return { kind: 'refused', userErrors: [userError] };
}
