import type { Transport } from '../../domain/words.js';

/** A VM in a vCenter or on a host: a new one, or one that is overwritten. */
export interface VsphereTarget {
  readonly kind: 'VSPHERE';
  readonly siteId: string;
  readonly mode: 'NEW_VM' | 'IN_PLACE';
  /** Answered once; identity (UUIDs, MAC addresses, vTPM, generation id) follows from it. */
  readonly purpose: 'REPLACEMENT' | 'COPY' | 'UNKNOWN';
  readonly placement: PlacementRequest;
  /** In place: the VM's managed object id. */
  readonly machineId: string | null;
  /** In place: which captured disk is written to which disk of the VM, when a person confirmed it. */
  readonly diskMapping: readonly DiskMappingRequest[] | null;
  /** In place: the VM's name, typed by a person. */
  readonly typedName: string | null;
  readonly powerOn: boolean;
  /** First is best; null for the customer's order or the default one. */
  readonly transportPreference: readonly Transport[] | null;
  readonly consents: Consents;
}

export interface PlacementRequest {
  readonly name: string;
  readonly folderId: string | null;
  /** Null: the pool of the host or cluster itself. */
  readonly poolId: string | null;
  /** A host, or any host of a cluster; with neither, any host that fits. */
  readonly hostId: string | null;
  readonly clusterId: string | null;
  readonly homeDatastoreId: string | null;
  /** Disks without an entry go to the datastore of the home, provisioned as captured. */
  readonly disks: readonly DiskPlacementRequest[];
  /** Adapters without an entry look for their network by name or key. */
  readonly networks: readonly NetworkPlacementRequest[];
  /** Null: the policy captured with the home, matched by name and content. */
  readonly homePolicyId: string | null;
}

export interface DiskPlacementRequest {
  readonly deviceKey: number;
  readonly datastoreId: string | null;
  readonly provisioning: 'AS_CAPTURED' | 'THIN' | 'THICK_LAZY_ZEROED' | 'THICK_EAGER_ZEROED';
  /** Null: the policy captured with the disk, matched by name and content. */
  readonly policyId: string | null;
}

export interface NetworkPlacementRequest {
  /** Device key of the captured adapter. */
  readonly deviceKey: number;
  /** Null: restored disconnected. */
  readonly networkId: string | null;
}

export interface DiskMappingRequest {
  readonly deviceKey: number;
  readonly targetDeviceKey: number;
}

/** What a person allows for this plan alone, on top of the customer's policy. */
export interface Consents {
  /** New keys in place of the captured ones. */
  readonly rekey: boolean;
  /** A person states that keys which cannot be fetched now are gone for good: waiting is no answer any more. */
  readonly keysDeclaredLost: boolean;
  /** A captured NVRAM may stay behind. */
  readonly leaveNvram: boolean;
  /** What was encrypted may come back clear. */
  readonly clear: boolean;
  /** What was clear may come back encrypted. */
  readonly encrypt: boolean;
  /** A copy gets a new, empty vTPM. */
  readonly newVtpm: boolean;
  /** A virtual raw device mapping comes back as a plain disk. */
  readonly rdmAsDisk: boolean;
  /** Disks of the VM to overwrite that the point does not hold are left as they are. */
  readonly leaveExtraDisks: boolean;
}
