/** Rows for tests of the API. */
import type { SiteRecord, VmRecord } from '../../src/domain/estate-records.js';
import type { OperationEventRecord, OperationRecord } from '../../src/domain/operation-records.js';
import type { RestorePointDiskRecord, RestorePointRecord } from '../../src/domain/restore-point-records.js';
import { NOW, uuid } from './in-memory-ports.js';

export function site(number: number): SiteRecord {
  return { id: uuid(number), name: `site ${number}`, kind: 'VCENTER', vcenterInstanceUuid: null, createdAt: NOW };
}

export function vm(number: number, siteId: string): VmRecord {
  return {
    id: uuid(number),
    siteId,
    identityKey: `moRef:vm-${number}`,
    name: `vm ${number}`,
    managedObjectId: `vm-${number}`,
    instanceUuid: null,
    biosUuid: null,
    createdAt: NOW,
  };
}

export function restorePoint(number: number, vmId: string): RestorePointRecord {
  return {
    id: uuid(number),
    vmId,
    capturedAt: NOW,
    recordedAt: NOW,
    origin: 'RECORDED',
    state: 'AVAILABLE',
    tool: 'other tool',
    toolReference: String(number),
    consistency: 'CRASH',
    fence: 'UNKNOWN',
    firmware: 'EFI',
    secureBoot: 'YES',
    vtpm: 'PRESENT',
    hardwareVersion: 21,
    encryption: 'ENCRYPTED',
    key: { keyId: 'key-1', providerId: 'provider-1' },
    keyProviderType: 'STANDARD',
    encryptionBundle: { sealedItemId: uuid(800), sha256: 'ab'.repeat(32), sizeBytes: 500 },
    nvram: null,
    storagePolicies: null,
    extractorVersion: 1,
    retainUntil: null,
    legalHold: false,
    deletedAt: null,
  };
}

export function disk(number: number, restorePointId: string, deviceKey: number): RestorePointDiskRecord {
  return {
    id: uuid(number),
    restorePointId,
    deviceKey,
    label: `Hard disk ${deviceKey - 1999}`,
    controllerKey: 1000,
    controllerType: 'ParaVirtualSCSIController',
    bus: 'SCSI',
    busNumber: 0,
    unitNumber: deviceKey - 2000,
    capacityBytes: 2 ** 40,
    provisioning: 'THIN',
    backingType: 'VirtualDiskFlatVer2BackingInfo',
    backingFileName: '[a] a/a.vmdk',
    datastoreName: 'a',
    datastoreType: 'VMFS',
    diskMode: 'persistent',
    diskUuid: null,
    changeId: { uuid: '52 aa', sequence: '9007199254740993' },
    key: { keyId: 'key-2', providerId: 'provider-2' },
    state: 'NOT_CAPTURED',
    repository: null,
    indexHash: null,
    dataBytes: null,
    verifiedAt: null,
    captureMethod: null,
    readBytes: null,
    parentRestorePointId: null,
  };
}

export function operation(number: number, parts: Partial<OperationRecord> = {}): OperationRecord {
  return {
    id: uuid(number),
    kind: 'VERIFY_RESTORE_POINT',
    state: 'RUNNING',
    phase: 'verifying',
    percent: 10,
    bytesDone: 1,
    bytesTotal: 10,
    createdAt: NOW,
    createdBy: 'admin',
    startedAt: NOW,
    updatedAt: NOW,
    finishedAt: null,
    cancelRequestedAt: null,
    executorId: null,
    vmId: null,
    restorePointId: null,
    planId: null,
    retryOf: null,
    repository: null,
    idempotencyKey: null,
    input: {},
    result: null,
    userErrors: [],
    lastEventSequence: 0,
    ...parts,
  };
}

export function event(operationId: string, sequence: number): OperationEventRecord {
  return {
    operationId,
    sequence,
    at: NOW,
    kind: 'PROGRESS',
    payload: { percent: sequence, message: `event ${sequence}` },
  };
}
