import type { KeyProviderFact, KeyStatusFact } from './keys.js';
import type { MachineFact, TargetMachineFact } from './machine.js';
import type { Answer, OpenWord, Section } from './section.js';

/** What a site told about itself. Each section is one document with its own age; ids are managed object ids. */
export interface SiteFacts {
  readonly siteId: string;
  readonly name: string;
  readonly kind: 'VCENTER' | 'ESXI' | 'UNREGISTERED';
  readonly about: Section<SiteAboutFact>;
  readonly hosts: Section<HostFact>;
  readonly datastores: Section<DatastoreFact>;
  readonly networks: Section<NetworkFact>;
  readonly storagePolicies: Section<StoragePolicyFact>;
  readonly keyProviders: Section<KeyProviderFact>;
  readonly keyStatuses: Section<KeyStatusFact>;
  /** Every VM and template of the site: names, UUIDs and MAC addresses in use. */
  readonly machines: Section<MachineFact>;
  /** The VM to overwrite, when one is to be overwritten: one entry; no entry when the site looked and found none. */
  readonly targetMachine: Section<TargetMachineFact>;
  readonly privileges: Section<PrivilegeFact>;
  /** What runs on the site and is needed to restore to it. */
  readonly services: Section<ServiceFact>;
  /** Folders and resource pools in which a VM may be put. */
  readonly places: Section<PlaceFact>;
}

/** One entry. */
export interface SiteAboutFact {
  /** `8.0.3`; null when not told. */
  readonly version: string | null;
  readonly build: string | null;
  readonly instanceUuid: string | null;
  /** End of the certificate that the site shows. */
  readonly certificateExpiresAt: string | null;
  /** Whether that certificate is the one that was trusted when the site was registered. */
  readonly certificateTrusted: Answer;
  /** Whether an import of an encrypted VM by lease (ResourcePool.ImportVApp) was proven there; UNKNOWN until tried. */
  readonly encryptedLeaseImport: Answer;
  /** For an ESXi host: the vCenter that manages it, null when none does. */
  readonly managedBy: string | null;
}

export interface HostFact {
  readonly id: string;
  readonly name: string;
  /** `8.0.3`; null when not told. */
  readonly version: string | null;
  readonly build: string | null;
  /** `connected`, `disconnected`, `notResponding`. */
  readonly connectionState: OpenWord;
  readonly inMaintenance: Answer;
  /** `safe`, `prepared`, `incapable`, `pendingIncapable`. */
  readonly cryptoState: OpenWord;
  readonly tpm: Answer;
  /** Attestation of a trusted host: `accepted`, `notAccepted`; null where the site has no Trust Authority. */
  readonly attestation: OpenWord | null;
  readonly clusterId: string | null;
  readonly datacenterId: string | null;
  /** Newest virtual hardware that it runs: 21 for vmx-21. */
  readonly hardwareVersionMax: number | null;
  readonly datastoreIds: readonly string[];
  readonly networkIds: readonly string[];
  /** Memory that all NFC sessions of the host share; null when not told. */
  readonly nfcMemoryBytes: number | null;
  /** Mode of enhanced vMotion compatibility of its cluster, null when off. */
  readonly evcMode: string | null;
  readonly freeMemoryBytes: number | null;
  /** Highest mode that its processors can offer (HostSystem.summary.maxEVCModeKey); null when not told. */
  readonly evcModeMax: string | null;
  /** Guest ids that it runs (EnvironmentBrowser.QueryConfigOption.guestOSDescriptor.id); null when not asked. */
  readonly guestIds: readonly string[] | null;
  /** HostSystem.hardware.cpuInfo.numCpuThreads; null when not told. */
  readonly logicalProcessors: number | null;
  /** Processor speed that nothing reserved yet (HostSystem.summary: hardware less quickStats); null when not told. */
  readonly freeCpuMhz: number | null;
}

export interface DatastoreFact {
  readonly id: string;
  readonly name: string;
  /** `VMFS`, `NFS`, `NFS41`, `vsan`, `VVOL`, `PMEM` and what will come. */
  readonly type: OpenWord;
  readonly vmfsMajorVersion: number | null;
  readonly vmfsBlockSizeBytes: number | null;
  /** For vSAN: whether it is of the express storage architecture. */
  readonly vsanExpress: Answer;
  /** Whether it lies on disks of a single host. */
  readonly local: Answer;
  /** Canonical names of its LUNs; null when not told. */
  readonly lunIds: readonly string[] | null;
  /** 512 or 4096 as guests see it (native 4K); null when not told. */
  readonly logicalSectorBytes: number | null;
  /** Largest file that it can hold; null when not told. */
  readonly fileSizeMaxBytes: number | null;
  readonly capacityBytes: number | null;
  readonly freeBytes: number | null;
  readonly accessible: Answer;
  /** `normal`, `enteringMaintenance`, `inMaintenance`. */
  readonly maintenance: OpenWord;
  readonly datacenterId: string | null;
  /** Whether it can hold thin disks. */
  readonly thinSupported: Answer;
}

export interface NetworkFact {
  readonly id: string;
  readonly name: string;
  readonly kind: 'STANDARD' | 'DISTRIBUTED' | 'OPAQUE' | 'UNKNOWN';
  /** Key of a distributed port group, id of an opaque (NSX) network; null for a standard one. */
  readonly key: string | null;
  readonly accessible: Answer;
}

export interface StoragePolicyFact {
  readonly id: string;
  readonly name: string;
  /** Whether it encrypts. */
  readonly encrypts: Answer;
  /** Key provider that it names; null for the default one. */
  readonly keyProviderId: string | null;
  /** Datastores that fit it; null when nobody checked. */
  readonly compatibleDatastoreIds: readonly string[] | null;
  /** SHA-256 of what it demands, for comparison across vCenters; null when not read. */
  readonly contentHash: string | null;
}

/** A folder for VMs, or a resource pool. */
export interface PlaceFact {
  readonly id: string;
  readonly kind: 'FOLDER' | 'RESOURCE_POOL' | 'OTHER';
  readonly name: string;
  readonly datacenterId: string | null;
  /** Of a resource pool: its cluster or host (ResourcePool.owner); null for a folder. */
  readonly clusterId: string | null;
}

/** Privileges that the account of the site holds where it counts. */
export interface PrivilegeFact {
  readonly privilege: string;
  readonly held: Answer;
}

/** A service that a restore leans on, and the VM that it runs in. */
export interface ServiceFact {
  readonly kind: 'VCENTER' | 'KEY_SERVER' | 'DNS' | 'DIRECTORY' | 'EXECUTOR' | 'CATALOG' | 'OTHER';
  readonly name: string;
  /** Instance UUID of the VM that it runs in; null when it runs elsewhere or nobody said. */
  readonly vmInstanceUuid: string | null;
  /** Names of the services that it needs to start. */
  readonly needs: readonly string[];
  readonly running: Answer;
}
