import { nvramSayingsDisagree } from '../domain/config-info/item-states.js';
import type { UserErrorData } from '../domain/operation-input.js';
import { refusal, warning } from '../domain/user-error.js';
import type { Clock } from '../ports/clock.js';
import type { ConfigInfoReader } from '../ports/config-info-reader.js';
import { checkMetadata } from './check-metadata.js';
import { decodeNvram } from './decode-nvram.js';
import { companions } from './point-parts.js';
import type { ReadConfigInfo } from './read-config-info.js';
import { readConfigInfo } from './read-config-info.js';
import type { RestorePointMetadata } from './restore-point-input.js';
import type { SecretToSeal } from './seal-secrets.js';

/** A point that has passed every check that needs no look into the catalog. */
export interface PreparedPoint {
  readonly metadata: RestorePointMetadata;
  readonly site: { readonly name: string; readonly vcenterInstanceUuid: string | null };
  readonly identityKey: string;
  readonly managedObjectId: string | null;
  readonly configInfo: ReadConfigInfo;
  /** Those cut out of the document, in its order, and then the NVRAM if there is one. */
  readonly secrets: readonly SecretToSeal[];
  readonly nvramSizeBytes: number | null;
  readonly warnings: readonly UserErrorData[];
}

export type PreparePointOutcome =
  | { readonly ok: true; readonly point: PreparedPoint }
  | { readonly ok: false; readonly userErrors: readonly UserErrorData[] };

export interface PreparePointPorts {
  readonly configInfo: ConfigInfoReader;
  readonly clock: Clock;
}

/** All refusals at once, so that a caller mends them in one go. */
export function preparePoint(ports: PreparePointPorts, metadata: RestorePointMetadata): PreparePointOutcome {
  const nvram = decodeNvram(metadata.nvramBase64, ['metadata', 'nvramBase64']);
  const reading = readConfigInfo(ports.configInfo, metadata.configInfo);
  const userErrors = [...checkMetadata(metadata, ports.clock.now())];
  if (!nvram.ok) userErrors.push(nvram.userError);
  if (!reading.ok) userErrors.push(...reading.userErrors);
  if (!nvram.ok || !reading.ok) return { ok: false, userErrors };

  const { facts, secrets } = reading.read;
  userErrors.push(...checkAgainstDocument(metadata, reading.read));
  const managedObjectId = metadata.managedObjectId ?? facts.moRef;
  const identityKey = identityOf(facts.instanceUuid, managedObjectId);
  if (identityKey === null) userErrors.push(noIdentity());
  if (userErrors.length > 0 || identityKey === null) return { ok: false, userErrors };
  const fromDocument = secrets.map(({ kind, value }): SecretToSeal => ({ kind, content: Buffer.from(value, 'utf8') }));
  const fromFile: SecretToSeal[] = nvram.content === null ? [] : [{ kind: 'NVRAM', content: nvram.content }];
  const point: PreparedPoint = {
    metadata,
    site: { name: metadata.site.name, vcenterInstanceUuid: metadata.site.vcenterInstanceUuid?.toLowerCase() ?? null },
    identityKey,
    managedObjectId,
    configInfo: reading.read,
    secrets: [...fromDocument, ...fromFile],
    nvramSizeBytes: nvram.content?.length ?? null,
    warnings: [
      ...snapshotWarnings(reading.read),
      ...nvramWarnings(metadata, reading.read),
      ...datastoreWarnings(metadata, reading.read),
    ],
  };
  return { ok: true, point };
}

function identityOf(instanceUuid: string | null, managedObjectId: string | null): string | null {
  if (instanceUuid !== null && instanceUuid.trim() !== '') return `instanceUuid:${instanceUuid.trim().toLowerCase()}`;
  return managedObjectId === null || managedObjectId.trim() === '' ? null : `moRef:${managedObjectId.trim()}`;
}

function noIdentity(): UserErrorData {
  const message = 'Nothing tells which VM this is: the document has no instanceUuid, and no managedObjectId is given.';
  const remedy = 'Give the moRef value of the VM, or a complete ConfigInfo.';
  return refusal('INVALID_INPUT', message, { path: ['metadata', 'managedObjectId'], remedy });
}

function checkAgainstDocument(metadata: RestorePointMetadata, { facts }: ReadConfigInfo): UserErrorData[] {
  const refusals: UserErrorData[] = [];
  if (metadata.managedObjectId != null && facts.moRef !== null && metadata.managedObjectId !== facts.moRef) {
    const message = 'managedObjectId is not the one that the document names.';
    const remedy = 'Check that the document is of this VM.';
    refusals.push(refusal('INVALID_INPUT', message, { path: ['metadata', 'managedObjectId'], remedy }));
  }
  const deviceKeys = new Set(facts.disks.map(({ deviceKey }) => deviceKey));
  (metadata.storagePolicies ?? []).forEach(({ deviceKey }, position) => {
    if (deviceKey == null || deviceKeys.has(deviceKey)) return;
    const path = ['metadata', 'storagePolicies', String(position), 'deviceKey'];
    refusals.push(refusal('INVALID_INPUT', `The document has no disk with device key ${deviceKey}.`, { path }));
  });
  return refusals;
}

/** Read after the backup snapshot was taken, a ConfigInfo names child disks, which nobody can restore to [S26]. */
function snapshotWarnings({ facts }: ReadConfigInfo): UserErrorData[] {
  const children = facts.disks.filter(({ hasParent }) => hasParent).map(({ deviceKey }) => deviceKey);
  if (children.length === 0) return [];
  const message = `The backing of disk ${children.join(', ')} has a parent: it is of a snapshot or a linked clone.`;
  const remedy = 'Read ConfigInfo before the backup snapshot is taken.';
  return [warning('INVALID_INPUT', message, { path: ['metadata', 'configInfo'], remedy })];
}

/** The document tells of an NVRAM that the caller did not find: then nobody knows, and somebody should look again. */
function nvramWarnings(metadata: RestorePointMetadata, { facts }: ReadConfigInfo): UserErrorData[] {
  if (!nvramSayingsDisagree(facts, companions(metadata).nvram)) return [];
  const message =
    'nvramNotPresent is set, but the ConfigInfo tells that the VM has NVRAM; its state is kept as UNKNOWN.';
  const remedy = 'Look for the file that extraConfig["nvram"] names, beside the .vmx, and record the point with it.';
  return [warning('INVALID_INPUT', message, { path: ['metadata', 'nvramNotPresent'], remedy })];
}

function datastoreWarnings(metadata: RestorePointMetadata, { facts }: ReadConfigInfo): UserErrorData[] {
  const known = new Set([facts.homeDatastoreName, ...facts.disks.map(({ datastoreName }) => datastoreName)]);
  return (metadata.datastores ?? []).flatMap(({ name }, position) => {
    if (known.has(name)) return [];
    const path = ['metadata', 'datastores', String(position), 'name'];
    const message = 'Nothing of the VM lies on this datastore, so its type was kept nowhere.';
    return [warning('INVALID_INPUT', message, { path, remedy: 'Give the name as it stands in "[name] folder/file".' })];
  });
}
