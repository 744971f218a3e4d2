import { createHash } from 'node:crypto';
import { renameSealedRefs } from '../domain/config-info/cut-secrets.js';
import { serialiseConfigInfo } from '../domain/config-info/serialise.js';
import type { AuditNote } from '../domain/operation-records.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { NewOperation } from '../ports/operation-store.js';
import type {
  IngestContext,
  NewDocument,
  NewRestorePoint,
  NewSealedReference,
  RestorePointWrite,
} from '../ports/restore-point-writer.js';
import type { Actor } from './actor.js';
import type { IngestVariant } from './ingest.js';
import type { DiskDataReason } from './point-parts.js';
import { capturedItems, newDisks, policyRecords } from './point-parts.js';
import type { PreparedPoint } from './prepare-point.js';
import type { FingerprintedSecret, SealedSecrets } from './seal-secrets.js';

export interface WriteParts {
  readonly ids: IdMaker;
  readonly actor: Actor;
  readonly point: PreparedPoint;
  readonly variant: IngestVariant;
  readonly context: IngestContext;
  readonly vmId: string;
  readonly secrets: readonly FingerprintedSecret[];
  readonly sealed: SealedSecrets;
  readonly requestSha256: string;
}

/** Everything that one restore point brings into the catalog, ready to be written. */
export function buildWrite(parts: WriteParts): RestorePointWrite {
  const { ids, point, variant, context, vmId, sealed } = parts;
  const { facts } = point.configInfo;
  const restorePointId = ids.newId();
  const siteId = context.site?.id ?? ids.newId();
  const operation = newOperation(parts, restorePointId);
  const diskData = diskDataReason(variant);
  return {
    site: { id: siteId, ...point.site },
    vm: {
      id: vmId,
      identityKey: point.identityKey,
      name: facts.name ?? point.identityKey,
      managedObjectId: point.managedObjectId,
      instanceUuid: facts.instanceUuid,
      biosUuid: facts.biosUuid,
    },
    newSealedItems: sealed.made,
    restorePoint: newRestorePoint(parts, restorePointId),
    document: newDocument(parts),
    cutSecrets: point.configInfo.secrets.map(({ path }, position) => ({
      path,
      sealedItemId: sealedId(sealed, position),
    })),
    capturedItems: capturedItems(point.metadata, facts, diskData),
    disks: newDisks(ids, facts, diskData.state, point.metadata.datastores),
    changedExtents: variant.origin === 'CAPTURED' ? variant.changedExtents : [],
    operation,
    audit: auditNotes(parts, { siteId, restorePointId, operationId: operation?.id ?? null }),
  };
}

function diskDataReason(variant: IngestVariant): DiskDataReason {
  return variant.origin === 'CAPTURED'
    ? { state: 'CAPTURING', reason: 'the capture of the disks has not ended' }
    : { state: 'NOT_CAPTURED', reason: `the blocks are held by ${variant.tool}, not in this repository` };
}

function newRestorePoint(parts: WriteParts, id: string): NewRestorePoint {
  const { point, variant, requestSha256 } = parts;
  const { metadata } = point;
  const { facts } = point.configInfo;
  const recorded = variant.origin === 'RECORDED';
  return {
    id,
    capturedAt: metadata.capturedAt,
    origin: variant.origin,
    state: recorded ? 'AVAILABLE' : 'CAPTURING',
    tool: recorded ? variant.tool : null,
    toolReference: recorded ? variant.toolReference : null,
    requestSha256: recorded ? requestSha256 : null,
    consistency: metadata.consistency ?? 'UNKNOWN',
    fence: metadata.fence ?? 'UNKNOWN',
    encryption: facts.homeEncryption,
    key: facts.keyId,
    keyProviderType: metadata.keyProviderType ?? 'UNKNOWN',
    // The facts say which of the secrets is the bundle of the home; a bundle elsewhere in a document is only kept.
    bundle: facts.encryptionBundle === 'PRESENT' ? reference(parts, 'ENCRYPTION_BUNDLE') : null,
    nvram: reference(parts, 'NVRAM'),
    storagePolicies: policyRecords(metadata),
    facts,
    retainUntil: metadata.retainUntil ?? null,
    legalHold: metadata.legalHold ?? false,
  };
}

function reference(parts: WriteParts, kind: 'ENCRYPTION_BUNDLE' | 'NVRAM'): NewSealedReference | null {
  const position = parts.secrets.findIndex((secret) => secret.kind === kind);
  const secret = parts.secrets[position];
  if (secret === undefined) return null;
  const sealedItemId = sealedId(parts.sealed, position);
  return { sealedItemId, sha256: secret.fingerprint.hex, sizeBytes: secret.content.length };
}

function newDocument({ point, sealed }: WriteParts): NewDocument {
  const { tree, secrets, form, notUnderstood } = point.configInfo;
  const idsByPlaceholder = new Map(
    secrets.map(({ placeholder }, position) => [placeholder, sealedId(sealed, position)]),
  );
  const document = serialiseConfigInfo(renameSealedRefs(tree, (ref) => idsByPlaceholder.get(ref) ?? ref));
  return { form, document, sha256: createHash('sha256').update(document).digest('hex'), notUnderstood };
}

function sealedId(sealed: SealedSecrets, position: number): string {
  const id = sealed.ids[position];
  if (id === undefined) throw new Error(`secret ${position} was not sealed`);
  return id;
}

function newOperation(parts: WriteParts, restorePointId: string): NewOperation | null {
  const { variant, ids, actor, requestSha256 } = parts;
  if (variant.origin === 'RECORDED') return null;
  return {
    id: ids.newId(),
    kind: 'CAPTURE_RESTORE_POINT',
    createdBy: actor.name,
    restorePointId,
    planId: null,
    retryOf: null,
    idempotencyKey: variant.idempotencyKey,
    requestSha256: variant.idempotencyKey === null ? null : requestSha256,
    input: variant.input,
  };
}

interface NewIds {
  readonly siteId: string;
  readonly restorePointId: string;
  readonly operationId: string | null;
}

/** What came into being, in order. Details hold names, ids and counts, never content. */
function auditNotes(parts: WriteParts, { siteId, restorePointId, operationId }: NewIds): AuditNote[] {
  const { actor, point, variant, context, vmId, sealed } = parts;
  const notes: AuditNote[] = [];
  if (context.site === null) {
    const detail = { name: point.site.name };
    notes.push({ actor: actor.name, action: 'site.create', subjectType: 'Site', subjectId: siteId, detail });
  }
  if (context.vm === null) {
    const detail = { siteId, identityKey: point.identityKey };
    notes.push({ actor: actor.name, action: 'vm.create', subjectType: 'Vm', subjectId: vmId, detail });
  }
  const own =
    variant.origin === 'RECORDED'
      ? { tool: variant.tool, toolReference: variant.toolReference }
      : { operationId: operationId ?? '' };
  const action = variant.origin === 'RECORDED' ? 'restorePoint.record' : 'restorePoint.capture';
  const detail = { vmId, capturedAt: point.metadata.capturedAt, newSealedItems: sealed.made.length, ...own };
  notes.push({ actor: actor.name, action, subjectType: 'RestorePoint', subjectId: restorePointId, detail });
  return notes;
}
