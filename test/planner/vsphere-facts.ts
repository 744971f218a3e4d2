import { DEFAULT_POLICY } from '../../src/planner/facts.js';
import type { VsphereFacts } from '../../src/planner/facts.js';
import type { KeyProviderFact, KeyStatusFact } from '../../src/planner/facts/keys.js';
import type { MachineFact } from '../../src/planner/facts/machine.js';
import type { ProxyExecutorFact } from '../../src/planner/facts/proxy.js';
import type {
  DatastoreFact,
  HostFact,
  NetworkFact,
  SiteFacts,
  StoragePolicyFact,
} from '../../src/planner/facts/site.js';
import type { PointDiskFact, PointMachineFact, VspherePointFact } from '../../src/planner/facts/vsphere-point.js';
import type { Consents, PlacementRequest, VsphereTarget } from '../../src/planner/facts/vsphere-request.js';
import { CRYPTO_PRIVILEGES } from '../../src/planner/vsphere/crypto-privileges.js';
import { PLAN_PRIVILEGES } from '../../src/planner/vsphere/plan-privileges.js';
import { TRANSPORT_PRIVILEGES } from '../../src/planner/vsphere/transport-privileges.js';
import { diskFact, itemsWith } from './facts-builder.js';
import { hotaddProxy, LUN, sanProxy } from './vsphere-proxies.js';

export { hotaddProxy, offers, sanProxy } from './vsphere-proxies.js';

export const NOW = '2026-05-04T03:10:00.000Z';
/** Five minutes before NOW. */
export const SEEN_AT = '2026-05-04T03:05:00.000Z';
const GIB = 1024 ** 3;

/** Of the bundle of `encryptedFacts`. */
export const BUNDLE_SHA256 = 'b'.repeat(64);
export const KEY = { keyId: 'key-7', providerId: 'kmip-a', providerType: 'STANDARD' } as const;

/** What a test may change: parts are merged over those of a healthy restore, lists are taken as given. */
export interface Changes {
  readonly now?: string;
  readonly deviceKeys?: readonly number[] | null;
  readonly target?: Partial<VsphereTarget>;
  readonly placement?: Partial<PlacementRequest>;
  readonly consents?: Partial<Consents>;
  readonly point?: Partial<VspherePointFact>;
  readonly machine?: Partial<PointMachineFact>;
  /** Changes to the disks in order; more than the healthy two add disks. */
  readonly disks?: readonly Partial<PointDiskFact>[];
  readonly site?: Partial<SiteFacts>;
  readonly hosts?: readonly Partial<HostFact>[];
  readonly datastores?: readonly Partial<DatastoreFact>[];
  readonly networks?: readonly Partial<NetworkFact>[];
  readonly storagePolicies?: readonly StoragePolicyFact[];
  readonly keyProviders?: readonly Partial<KeyProviderFact>[];
  readonly keyStatuses?: readonly Partial<KeyStatusFact>[];
  readonly machines?: readonly Partial<MachineFact>[];
  readonly executors?: readonly ProxyExecutorFact[];
  readonly running?: VsphereFacts['running'];
  readonly policy?: Partial<VsphereFacts['policy']>;
}

/**
 * A healthy clear BIOS VM of two thin disks on VMFS-6, to be made anew at a vCenter with one HotAdd proxy and one
 * physical SAN proxy: nothing to warn of.
 */
export function vsphereFacts(changes: Changes = {}): VsphereFacts {
  const { placement, consents, target } = changes;
  return {
    now: changes.now ?? NOW,
    request: {
      target: {
        kind: 'VSPHERE',
        siteId: 'site-1',
        mode: 'NEW_VM',
        purpose: 'REPLACEMENT',
        machineId: null,
        diskMapping: null,
        typedName: null,
        powerOn: true,
        transportPreference: null,
        ...target,
        placement: { ...PLACEMENT, ...target?.placement, ...placement },
        consents: { ...NO_CONSENT, ...target?.consents, ...consents },
      },
      deviceKeys: changes.deviceKeys ?? null,
    },
    restorePoint: pointFact(changes),
    site: siteFact(changes),
    executors: changes.executors ?? [hotaddProxy({}), sanProxy({})],
    running: changes.running === undefined ? { observedAt: SEEN_AT, entries: [] } : changes.running,
    policy: { ...DEFAULT_POLICY, ...changes.policy },
  };
}

/** A UEFI VM with vTPM and encrypted disks; the target knows the provider, and the key can be fetched. */
export function encryptedFacts(changes: Changes = {}): VsphereFacts {
  const encrypted = { encryption: 'ENCRYPTED', key: KEY } as const;
  const disks = changes.disks ?? [{}, {}];
  return vsphereFacts({
    ...changes,
    point: {
      firmware: 'EFI',
      secureBoot: 'YES',
      vtpm: 'PRESENT',
      encryption: 'ENCRYPTED',
      key: KEY,
      items: readInTurn({}),
      bundleSha256: BUNDLE_SHA256,
      storagePolicies: [
        homePolicy(),
        ...disks.map((_disk, index) => ({ ...homePolicy(), scope: 'DISK' as const, deviceKey: 2000 + index })),
      ],
      ...changes.point,
    },
    disks: disks.map((disk) => ({ ...encrypted, ...disk })),
    executors: changes.executors ?? [
      hotaddProxy({ virtualMachine: { ...hotaddProxy({}).proxy.virtualMachine!, encrypted: 'YES' } }),
      sanProxy({}),
    ],
  });
}

/** Items of one capture, the NVRAM read ten minutes after the rest. */
export function readInTurn(states: Parameters<typeof itemsWith>[0]): VspherePointFact['items'] {
  return itemsWith(states).map((one) =>
    one.item === 'NVRAM' && one.observedAt !== null ? { ...one, observedAt: '2026-05-04T01:10:00.000Z' } : one,
  );
}

function homePolicy() {
  const encryption = { policyId: 'policy-enc', policyName: 'VM Encryption Policy', encrypts: 'YES' } as const;
  return { scope: 'HOME' as const, deviceKey: null, contentHash: null, ...encryption };
}

const PLACEMENT: PlacementRequest = {
  name: 'web-01',
  folderId: 'group-v3',
  poolId: null,
  hostId: null,
  clusterId: 'domain-c8',
  homeDatastoreId: 'datastore-11',
  disks: [],
  networks: [],
  homePolicyId: null,
};

const NO_CONSENT: Consents = {
  rekey: false,
  keysDeclaredLost: false,
  leaveNvram: false,
  clear: false,
  encrypt: false,
  newVtpm: false,
  rdmAsDisk: false,
  leaveExtraDisks: false,
};

function pointFact({ point, machine, disks }: Changes): VspherePointFact {
  return {
    id: '018f0000-0000-7000-8000-000000000001',
    vmName: 'web-01',
    capturedAt: '2026-05-04T01:00:00.000Z',
    origin: 'CAPTURED',
    state: 'AVAILABLE',
    extractorVersion: 1,
    firmware: 'BIOS',
    secureBoot: 'NO',
    vtpm: 'NOT_PRESENT',
    encryption: 'NOT_ENCRYPTED',
    hardwareVersion: 21,
    key: null,
    nvramSizeBytes: 8684,
    consistency: 'FILE_SYSTEM',
    items: itemsWith({ KEY_ID: 'NOT_PRESENT', ENCRYPTION_BUNDLE: 'NOT_PRESENT', VTPM: 'NOT_PRESENT' }),
    recrypts: [],
    bundleSha256: null,
    keyDerivationId: null,
    keyServerAddresses: [],
    storagePolicies: [],
    fence: 'HELD',
    retainUntil: null,
    ...point,
    machine: { ...MACHINE, ...point?.machine, ...machine },
    disks: (disks ?? [{}, {}]).map((disk, index) => pointDisk(index, disk)),
  };
}

const MACHINE: PointMachineFact = {
  instanceUuid: '50000000-0000-0000-0000-000000000001',
  biosUuid: '42000000-0000-0000-0000-000000000001',
  guestId: 'debian12_64Guest',
  guestFullName: 'Debian GNU/Linux 12 (64-bit)',
  memoryMiB: 4096,
  memoryReservationMiB: 0,
  processorCount: 2,
  cpuReservationMhz: 0,
  siteInstanceUuid: '90000000-0000-0000-0000-000000000001',
  clusterRules: [],
  homeDatastoreName: 'vmfs-a',
  template: 'NO',
  powerState: 'poweredOff',
  memoryState: 'NO',
  changeTracking: 'YES',
  controllers: [{ key: 1000, type: 'ParaVirtualSCSIController', bus: 'SCSI', busNumber: 0, sharing: 'noSharing' }],
  networkAdapters: [
    {
      deviceKey: 4000,
      type: 'VirtualVmxnet3',
      label: 'Network adapter 1',
      macAddress: '00:50:56:00:00:01',
      addressType: 'assigned',
      network: 'VM Network',
      networkName: 'VM Network',
      networkKind: 'STANDARD',
    },
  ],
  hostBoundDevices: [],
  migrateEncryption: 'opportunistic',
  faultToleranceEncryption: 'ftEncryptionOpportunistic',
  secureBootKeys: 'DEFAULT',
  secureBootCertificates: null,
  bootOrderDeviceKeys: [],
  tpmBoundSecrets: 'NO',
  boundToBiosUuid: 'NO',
  domainController: 'NO',
  vmService: 'NO',
  vApp: null,
  managedBy: null,
  extraConfigKeys: [],
  evcMode: null,
  serviceNames: [],
};

export function pointDisk(index: number, change: Partial<PointDiskFact>): PointDiskFact {
  return {
    ...diskFact({
      deviceKey: 2000 + index,
      label: `Hard disk ${index + 1}`,
      unitNumber: index,
      diskMode: 'persistent',
    }),
    encryption: 'NOT_ENCRYPTED',
    uuid: `6000c298-0000-0000-0000-00000000000${index}`,
    controllerKey: 1000,
    sharing: 'sharingNone',
    child: 'NO',
    rdmMode: null,
    firstClassDiskId: null,
    datastoreName: 'vmfs-a',
    datastoreType: 'VMFS',
    logicalSectorBytes: 512,
    changeTracking: null,
    ...change,
  };
}

function siteFact(changes: Changes): SiteFacts {
  const seen = <Entry>(entries: readonly Entry[]) => ({ observedAt: SEEN_AT, entries });
  return {
    siteId: 'site-1',
    name: 'vc-b',
    kind: 'VCENTER',
    about: seen([
      {
        version: '8.0.3',
        build: '24022515',
        instanceUuid: '90000000-0000-0000-0000-000000000001',
        certificateExpiresAt: '2028-01-01T00:00:00.000Z',
        certificateTrusted: 'YES',
        encryptedLeaseImport: 'UNKNOWN',
        managedBy: null,
      },
    ]),
    hosts: seen((changes.hosts ?? [{}]).map((one, index) => hostFact(index, one))),
    datastores: seen((changes.datastores ?? [{}]).map((one, index) => datastoreFact(index, one))),
    networks: seen((changes.networks ?? [{}]).map((one, index) => networkFact(index, one))),
    storagePolicies: seen(changes.storagePolicies ?? [ENCRYPTION_POLICY]),
    keyProviders: seen((changes.keyProviders ?? [{}]).map(providerFact)),
    keyStatuses: seen((changes.keyStatuses ?? [{}]).map(statusFact)),
    machines: seen((changes.machines ?? []).map((one, index) => machineFact(index, one))),
    targetMachine: null,
    privileges: seen(PRIVILEGES),
    services: seen([]),
    places: seen(PLACES),
    ...changes.site,
  };
}

/** Every privilege that a rule asks for. */
const PRIVILEGES = [...new Set([...TRANSPORT_PRIVILEGES, ...PLAN_PRIVILEGES, ...CRYPTO_PRIVILEGES])].map(
  (privilege) => ({
    privilege,
    held: 'YES' as const,
  }),
);
const PLACES = [
  { id: 'group-v3', kind: 'FOLDER', name: 'Production', datacenterId: 'datacenter-2', clusterId: null },
  { id: 'resgroup-9', kind: 'RESOURCE_POOL', name: 'Web', datacenterId: 'datacenter-2', clusterId: 'domain-c8' },
] as const;

export const ENCRYPTION_POLICY: StoragePolicyFact = {
  id: 'policy-enc',
  name: 'VM Encryption Policy',
  encrypts: 'YES',
  keyProviderId: null,
  compatibleDatastoreIds: null,
  contentHash: null,
};

export function hostFact(index: number, change: Partial<HostFact>): HostFact {
  return {
    id: `host-${21 + index}`,
    name: `esx-${index + 1}`,
    version: '8.0.3',
    build: '24022510',
    connectionState: 'connected',
    inMaintenance: 'NO',
    cryptoState: 'safe',
    tpm: 'YES',
    attestation: null,
    clusterId: 'domain-c8',
    datacenterId: 'datacenter-2',
    hardwareVersionMax: 21,
    datastoreIds: ['datastore-11', 'datastore-12', 'datastore-13'],
    networkIds: ['network-31', 'network-32'],
    nfcMemoryBytes: 96 * 1024 * 1024,
    evcMode: null,
    freeMemoryBytes: 64 * GIB,
    evcModeMax: 'intel-icelake',
    guestIds: ['debian12_64Guest', 'windows2022srvNext_64Guest'],
    logicalProcessors: 64,
    freeCpuMhz: 80_000,
    ...change,
  };
}

export function datastoreFact(index: number, change: Partial<DatastoreFact>): DatastoreFact {
  return {
    id: `datastore-${11 + index}`,
    name: `vmfs-${'abcdefgh'[index]}`,
    type: 'VMFS',
    vmfsMajorVersion: 6,
    vmfsBlockSizeBytes: 1024 * 1024,
    vsanExpress: 'NO',
    local: 'NO',
    lunIds: [LUN],
    logicalSectorBytes: 512,
    fileSizeMaxBytes: 64 * 1024 * GIB,
    capacityBytes: 1024 * GIB,
    freeBytes: 512 * GIB,
    accessible: 'YES',
    maintenance: 'normal',
    datacenterId: 'datacenter-2',
    thinSupported: 'YES',
    ...change,
  };
}

function networkFact(index: number, change: Partial<NetworkFact>): NetworkFact {
  const name = index === 0 ? 'VM Network' : `VM Network ${index + 1}`;
  return { id: `network-${31 + index}`, name, kind: 'STANDARD', key: null, accessible: 'YES', ...change };
}

function providerFact(change: Partial<KeyProviderFact>): KeyProviderFact {
  return {
    providerId: 'kmip-a',
    type: 'STANDARD',
    isDefault: 'YES',
    hasBackup: 'UNKNOWN',
    tpmRequired: 'NO',
    keyDerivationId: null,
    servers: [
      {
        name: 'kms-1',
        address: 'kms-1.example',
        status: 'green',
        serverCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
        clientCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
        clientTrustsServer: 'YES',
        serverTrustsClient: 'YES',
      },
    ],
    ...change,
  };
}

function statusFact(change: Partial<KeyStatusFact>): KeyStatusFact {
  return { keyId: 'key-7', providerId: 'kmip-a', available: 'YES', reason: null, hostIdsHolding: [], ...change };
}

export function machineFact(index: number, change: Partial<MachineFact>): MachineFact {
  return {
    id: `vm-${101 + index}`,
    name: `other-${index + 1}`,
    folderId: 'group-v3',
    instanceUuid: `50000000-0000-0000-0000-0000000001${String(index).padStart(2, '0')}`,
    biosUuid: `42000000-0000-0000-0000-0000000001${String(index).padStart(2, '0')}`,
    macAddresses: [],
    powerState: 'poweredOff',
    template: 'NO',
    ...change,
  };
}
