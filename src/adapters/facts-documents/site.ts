import { z } from 'zod';
import type { SiteSection } from '../../domain/planning-records.js';
import {
  ANSWER,
  BUS,
  BYTES,
  COUNT,
  ENCRYPTION,
  key,
  listOf,
  MOMENT,
  OPEN_WORD,
  PRESENCE,
  PROVIDER_TYPE,
  PROVISIONING,
  SHA256,
  section,
  TEXT,
} from './words.js';

const about = z.strictObject({
  version: TEXT,
  build: TEXT,
  instanceUuid: TEXT,
  certificateExpiresAt: MOMENT.nullable(),
  certificateTrusted: ANSWER,
  encryptedLeaseImport: ANSWER,
  managedBy: TEXT,
});

const host = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: TEXT,
  build: TEXT,
  connectionState: OPEN_WORD,
  inMaintenance: ANSWER,
  cryptoState: OPEN_WORD,
  tpm: ANSWER,
  attestation: OPEN_WORD.nullable(),
  clusterId: TEXT,
  datacenterId: TEXT,
  hardwareVersionMax: COUNT.nullable(),
  datastoreIds: listOf(z.string()),
  networkIds: listOf(z.string()),
  nfcMemoryBytes: BYTES.nullable(),
  evcMode: TEXT,
  freeMemoryBytes: BYTES.nullable(),
  evcModeMax: TEXT,
  guestIds: listOf(z.string()).nullable(),
  logicalProcessors: COUNT.nullable(),
  freeCpuMhz: COUNT.nullable(),
});

const datastore = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: OPEN_WORD,
  vmfsMajorVersion: COUNT.nullable(),
  vmfsBlockSizeBytes: BYTES.nullable(),
  vsanExpress: ANSWER,
  local: ANSWER,
  lunIds: listOf(z.string()).nullable(),
  logicalSectorBytes: BYTES.nullable(),
  fileSizeMaxBytes: BYTES.nullable(),
  capacityBytes: z.number().nullable(),
  freeBytes: z.number().nullable(),
  accessible: ANSWER,
  maintenance: OPEN_WORD,
  datacenterId: TEXT,
  thinSupported: ANSWER,
});

const network = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['STANDARD', 'DISTRIBUTED', 'OPAQUE', 'UNKNOWN']),
  key: TEXT,
  accessible: ANSWER,
});

const storagePolicy = z.strictObject({
  id: z.string(),
  name: z.string(),
  encrypts: ANSWER,
  keyProviderId: TEXT,
  compatibleDatastoreIds: listOf(z.string()).nullable(),
  contentHash: TEXT,
});

const keyServer = z.strictObject({
  name: z.string(),
  address: TEXT,
  status: OPEN_WORD,
  serverCertificateExpiresAt: MOMENT.nullable(),
  clientCertificateExpiresAt: MOMENT.nullable(),
  clientTrustsServer: ANSWER,
  serverTrustsClient: ANSWER,
});

const keyProvider = z.strictObject({
  providerId: z.string(),
  type: PROVIDER_TYPE,
  isDefault: ANSWER,
  hasBackup: ANSWER,
  tpmRequired: ANSWER,
  keyDerivationId: TEXT,
  servers: listOf(keyServer),
});

const keyStatus = z.strictObject({
  keyId: z.string(),
  providerId: TEXT,
  available: ANSWER,
  reason: OPEN_WORD.nullable(),
  hostIdsHolding: listOf(z.string()).nullable(),
});

const machineFields = {
  id: z.string(),
  name: z.string(),
  folderId: TEXT,
  instanceUuid: TEXT,
  biosUuid: TEXT,
  macAddresses: listOf(z.string()),
  powerState: OPEN_WORD,
  template: ANSWER,
};

const targetDisk = z.strictObject({
  deviceKey: z.int(),
  label: z.string(),
  uuid: TEXT,
  capacityBytes: z.number().nullable(),
  provisioning: PROVISIONING,
  datastoreId: TEXT,
  child: ANSWER,
  diskMode: OPEN_WORD.nullable(),
  sharing: OPEN_WORD.nullable(),
  bus: BUS,
  encryption: ENCRYPTION,
  key: key.nullable(),
  rdmMode: OPEN_WORD.nullable(),
  attachedElsewhere: ANSWER,
});

const targetMachine = z.strictObject({
  ...machineFields,
  hostId: TEXT,
  homeDatastoreId: TEXT,
  hardwareVersion: COUNT.nullable(),
  snapshotCount: COUNT.nullable(),
  consolidationNeeded: ANSWER,
  changeTracking: ANSWER,
  encryption: ENCRYPTION,
  key: key.nullable(),
  bundleSha256: SHA256.nullable(),
  vtpm: PRESENCE,
  sharesBus: ANSWER,
  disks: listOf(targetDisk).nullable(),
  disabledMethods: listOf(z.strictObject({ method: z.string(), owner: TEXT })).nullable(),
  managedBy: TEXT,
  firmware: z.enum(['BIOS', 'EFI', 'UNKNOWN']),
  storageMoveRunning: ANSWER,
});

const service = z.strictObject({
  kind: z.enum(['VCENTER', 'KEY_SERVER', 'DNS', 'DIRECTORY', 'EXECUTOR', 'CATALOG', 'OTHER']),
  name: z.string(),
  vmInstanceUuid: TEXT,
  needs: listOf(z.string()),
  running: ANSWER,
});

const place = z.strictObject({
  id: z.string(),
  kind: z.enum(['FOLDER', 'RESOURCE_POOL', 'OTHER']),
  name: z.string(),
  datacenterId: TEXT,
  clusterId: TEXT,
});

/** What one entry of each section looks like. */
export const SECTION_ENTRIES = {
  ABOUT: about,
  HOSTS: host,
  DATASTORES: datastore,
  NETWORKS: network,
  STORAGE_POLICIES: storagePolicy,
  KEY_PROVIDERS: keyProvider,
  KEY_STATUSES: keyStatus,
  MACHINES: z.strictObject(machineFields),
  TARGET_MACHINE: targetMachine,
  PRIVILEGES: z.strictObject({ privilege: z.string(), held: ANSWER }),
  SERVICES: service,
  PLACES: place,
} as const satisfies Record<SiteSection, z.ZodType>;

/** A site by its sections, each one document with an age of its own. */
export const site = z.strictObject({
  siteId: z.string(),
  name: z.string(),
  kind: z.enum(['VCENTER', 'ESXI', 'UNREGISTERED']),
  about: section(SECTION_ENTRIES.ABOUT),
  hosts: section(SECTION_ENTRIES.HOSTS),
  datastores: section(SECTION_ENTRIES.DATASTORES),
  networks: section(SECTION_ENTRIES.NETWORKS),
  storagePolicies: section(SECTION_ENTRIES.STORAGE_POLICIES),
  keyProviders: section(SECTION_ENTRIES.KEY_PROVIDERS),
  keyStatuses: section(SECTION_ENTRIES.KEY_STATUSES),
  machines: section(SECTION_ENTRIES.MACHINES),
  targetMachine: section(SECTION_ENTRIES.TARGET_MACHINE),
  privileges: section(SECTION_ENTRIES.PRIVILEGES),
  services: section(SECTION_ENTRIES.SERVICES),
  places: section(SECTION_ENTRIES.PLACES),
});
