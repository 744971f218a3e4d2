import { z } from 'zod';
import { ANSWER, BUS, ENCRYPTION, listOf, MOMENT, OPEN_WORD, SHA256, TEXT } from './words.js';

const changeTracking = z.strictObject({
  changeId: TEXT,
  enabledAt: MOMENT.nullable(),
  coverage: z.enum(['ALLOCATED', 'CHANGED', 'WHOLE_DISK', 'UNKNOWN']),
  uuidContinues: ANSWER,
  sumsToCapacity: ANSWER,
  snapshotBeforeEnabling: ANSWER,
  knownDefects: listOf(z.string()),
});

/** What a disk of a point has beside the fields that every target needs. */
export const vsphereDiskFields = {
  encryption: ENCRYPTION,
  uuid: TEXT,
  controllerKey: z.int().nullable(),
  sharing: OPEN_WORD.nullable(),
  child: ANSWER,
  rdmMode: OPEN_WORD.nullable(),
  firstClassDiskId: TEXT,
  datastoreName: TEXT,
  datastoreType: OPEN_WORD.nullable(),
  logicalSectorBytes: z.int().min(0).nullable(),
  changeTracking: changeTracking.nullable(),
};

const controller = z.strictObject({
  key: z.int(),
  type: OPEN_WORD.nullable(),
  bus: BUS,
  busNumber: z.int().nullable(),
  sharing: OPEN_WORD.nullable(),
});

const networkAdapter = z.strictObject({
  deviceKey: z.int(),
  type: OPEN_WORD.nullable(),
  label: TEXT,
  macAddress: TEXT,
  addressType: OPEN_WORD.nullable(),
  network: TEXT,
  networkName: TEXT,
  networkKind: z.enum(['STANDARD', 'DISTRIBUTED', 'OPAQUE', 'UNKNOWN']),
});

const machine = z.strictObject({
  instanceUuid: TEXT,
  biosUuid: TEXT,
  guestId: TEXT,
  guestFullName: TEXT,
  memoryMiB: z.int().min(0).nullable(),
  memoryReservationMiB: z.int().min(0).nullable(),
  processorCount: z.int().min(0).nullable(),
  cpuReservationMhz: z.int().min(0).nullable(),
  siteInstanceUuid: TEXT,
  clusterRules: listOf(z.string()).nullable(),
  homeDatastoreName: TEXT,
  template: ANSWER,
  powerState: OPEN_WORD,
  memoryState: ANSWER,
  changeTracking: ANSWER,
  controllers: listOf(controller),
  networkAdapters: listOf(networkAdapter),
  hostBoundDevices: listOf(z.strictObject({ deviceKey: z.int(), type: OPEN_WORD, label: z.string() })),
  migrateEncryption: OPEN_WORD.nullable(),
  faultToleranceEncryption: OPEN_WORD.nullable(),
  secureBootKeys: z.enum(['DEFAULT', 'CUSTOM', 'UNKNOWN']),
  secureBootCertificates: OPEN_WORD.nullable(),
  bootOrderDeviceKeys: listOf(z.int()),
  tpmBoundSecrets: ANSWER,
  boundToBiosUuid: ANSWER,
  domainController: ANSWER,
  vmService: ANSWER,
  vApp: z.strictObject({ ownConfig: ANSWER, parentName: TEXT }).nullable(),
  managedBy: TEXT,
  extraConfigKeys: listOf(z.string()).nullable(),
  evcMode: TEXT,
  serviceNames: listOf(z.string()),
});

const policy = z.strictObject({
  scope: z.enum(['HOME', 'DISK']),
  deviceKey: z.int().nullable(),
  policyId: z.string(),
  policyName: TEXT,
  encrypts: ANSWER,
  contentHash: TEXT,
});

/** What a point has beside the fields that every target needs, its disks apart. */
export const vspherePointFields = {
  machine,
  recrypts: listOf(z.strictObject({ kind: z.enum(['DEEP', 'SHALLOW', 'UNKNOWN']), at: MOMENT })).nullable(),
  bundleSha256: SHA256.nullable(),
  keyDerivationId: TEXT,
  keyServerAddresses: listOf(z.string()).nullable(),
  storagePolicies: listOf(policy).nullable(),
  fence: z.enum(['HELD', 'NOT_HELD', 'UNKNOWN']),
  retainUntil: MOMENT.nullable(),
};
