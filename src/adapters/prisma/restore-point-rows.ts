import type { NotUnderstood } from '../../domain/config-info/node.js';
import type {
  CapturedItemRecord,
  DocumentSummary,
  KeyReference,
  RestorePointDiskRecord,
  RestorePointRecord,
  SealedReference,
  StoragePolicyRecord,
} from '../../domain/restore-point-records.js';
import { hex, optionalHex, optionalUtc, optionalWholeNumber, utc, wholeNumber } from './column-values.js';
import { Prisma } from './generated/client.js';

export interface RestorePointRow {
  id: string;
  vm_id: string;
  captured_at: Date;
  recorded_at: Date;
  origin: RestorePointRecord['origin'];
  state: RestorePointRecord['state'];
  tool: string | null;
  tool_reference: string | null;
  consistency: RestorePointRecord['consistency'];
  fence: RestorePointRecord['fence'];
  firmware: RestorePointRecord['firmware'];
  secure_boot: RestorePointRecord['secureBoot'];
  vtpm: RestorePointRecord['vtpm'];
  hardware_version: number | null;
  encryption: RestorePointRecord['encryption'];
  key_id: string | null;
  key_provider_id: string | null;
  key_provider_type: RestorePointRecord['keyProviderType'];
  bundle_item_id: string | null;
  bundle_sha256: Uint8Array | null;
  bundle_size_bytes: bigint | null;
  nvram_item_id: string | null;
  nvram_sha256: Uint8Array | null;
  nvram_size_bytes: bigint | null;
  storage_policies: StoragePolicyRecord[] | null;
  extractor_version: number;
  retain_until: Date | null;
  legal_hold: boolean;
  deleted_at: Date | null;
}

/** The facts of a point are left out: lists never need them, and they are the widest column. */
export const RESTORE_POINT_COLUMNS = Prisma.sql`
  point.id, point.vm_id, point.captured_at, point.recorded_at, point.origin, point.state, point.tool,
  point.tool_reference, point.consistency, point.fence, point.firmware, point.secure_boot, point.vtpm,
  point.hardware_version, point.encryption, point.key_id, point.key_provider_id, point.key_provider_type,
  point.bundle_item_id, point.bundle_sha256,
  (SELECT item.length_bytes FROM sealed_items item WHERE item.id = point.bundle_item_id) AS bundle_size_bytes,
  point.nvram_item_id, point.nvram_sha256, point.nvram_size_bytes, point.storage_policies, point.extractor_version,
  point.retain_until, point.legal_hold, point.deleted_at`;

export function toRestorePoint(row: RestorePointRow): RestorePointRecord {
  return {
    id: row.id,
    vmId: row.vm_id,
    capturedAt: utc(row.captured_at),
    recordedAt: utc(row.recorded_at),
    origin: row.origin,
    state: row.state,
    tool: row.tool,
    toolReference: row.tool_reference,
    consistency: row.consistency,
    fence: row.fence,
    firmware: row.firmware,
    secureBoot: row.secure_boot,
    vtpm: row.vtpm,
    hardwareVersion: row.hardware_version,
    encryption: row.encryption,
    key: toKey(row.key_id, row.key_provider_id),
    keyProviderType: row.key_provider_type,
    encryptionBundle: toSealed(row.bundle_item_id, row.bundle_sha256, row.bundle_size_bytes),
    nvram: toSealed(row.nvram_item_id, row.nvram_sha256, row.nvram_size_bytes),
    storagePolicies: row.storage_policies,
    extractorVersion: row.extractor_version,
    retainUntil: optionalUtc(row.retain_until),
    legalHold: row.legal_hold,
    deletedAt: optionalUtc(row.deleted_at),
  };
}

function toKey(keyId: string | null, providerId: string | null): KeyReference | null {
  return keyId === null ? null : { keyId, providerId };
}

function toSealed(id: string | null, sha256: Uint8Array | null, sizeBytes: bigint | null): SealedReference | null {
  if (id === null || sha256 === null || sizeBytes === null) return null;
  return { sealedItemId: id, sha256: hex(sha256), sizeBytes: wholeNumber(sizeBytes) };
}

export interface DiskRow {
  id: string;
  restore_point_id: string;
  device_key: number;
  label: string;
  controller_key: number | null;
  controller_type: string | null;
  bus: RestorePointDiskRecord['bus'];
  bus_number: number | null;
  unit_number: number | null;
  capacity_bytes: bigint;
  provisioning: RestorePointDiskRecord['provisioning'];
  backing_type: string;
  backing_file_name: string | null;
  datastore_name: string | null;
  datastore_type: RestorePointDiskRecord['datastoreType'];
  disk_mode: string | null;
  disk_uuid: string | null;
  change_id_uuid: string | null;
  change_id_sequence: bigint | null;
  key_id: string | null;
  key_provider_id: string | null;
  state: RestorePointDiskRecord['state'];
  repository: string | null;
  index_hash: Uint8Array | null;
  data_bytes: bigint | null;
  verified_at: Date | null;
  capture_method: RestorePointDiskRecord['captureMethod'];
  read_bytes: bigint | null;
  parent_restore_point_id: string | null;
}

export const DISK_COLUMNS = Prisma.sql`
  disk.id, disk.restore_point_id, disk.device_key, disk.label, disk.controller_key, disk.controller_type, disk.bus,
  disk.bus_number, disk.unit_number, disk.capacity_bytes, disk.provisioning, disk.backing_type,
  disk.backing_file_name, disk.datastore_name, disk.datastore_type, disk.disk_mode, disk.disk_uuid,
  disk.change_id_uuid, disk.change_id_sequence, disk.key_id, disk.key_provider_id, disk.state,
  repository.name AS repository, disk.index_hash, disk.data_bytes, disk.verified_at, disk.capture_method,
  disk.read_bytes, disk.parent_restore_point_id`;

export function toDisk(row: DiskRow): RestorePointDiskRecord {
  return {
    id: row.id,
    restorePointId: row.restore_point_id,
    deviceKey: row.device_key,
    label: row.label,
    controllerKey: row.controller_key,
    controllerType: row.controller_type,
    bus: row.bus,
    busNumber: row.bus_number,
    unitNumber: row.unit_number,
    capacityBytes: wholeNumber(row.capacity_bytes),
    provisioning: row.provisioning,
    backingType: row.backing_type,
    backingFileName: row.backing_file_name,
    datastoreName: row.datastore_name,
    datastoreType: row.datastore_type,
    diskMode: row.disk_mode,
    diskUuid: row.disk_uuid,
    changeId:
      row.change_id_uuid === null || row.change_id_sequence === null
        ? null
        : { uuid: row.change_id_uuid, sequence: row.change_id_sequence.toString() },
    key: toKey(row.key_id, row.key_provider_id),
    state: row.state,
    repository: row.repository,
    indexHash: optionalHex(row.index_hash),
    dataBytes: optionalWholeNumber(row.data_bytes),
    verifiedAt: optionalUtc(row.verified_at),
    captureMethod: row.capture_method,
    readBytes: optionalWholeNumber(row.read_bytes),
    parentRestorePointId: row.parent_restore_point_id,
  };
}

export interface CapturedItemRow {
  restore_point_id: string;
  item: CapturedItemRecord['item'];
  state: CapturedItemRecord['state'];
  observed_at: Date | null;
  reason: string;
}

export function toCapturedItem(row: CapturedItemRow): CapturedItemRecord {
  return { item: row.item, state: row.state, observedAt: optionalUtc(row.observed_at), reason: row.reason };
}

export interface DocumentSummaryRow {
  restore_point_id: string;
  form: DocumentSummary['form'];
  document_sha256: Uint8Array;
  not_understood: NotUnderstood[];
}

export function toDocumentSummary(row: DocumentSummaryRow): DocumentSummary {
  return { form: row.form, sha256: hex(row.document_sha256), notUnderstood: row.not_understood };
}
