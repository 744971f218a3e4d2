import type { ComponentOutcome, Transport } from '../domain/words.js';
import type { VsphereRequest } from './facts.js';
import type { DiskPlan, PlanBase, PlanStepBase } from './plan.js';

/** Format 2: into vSphere. */
export interface VspherePlan extends PlanBase {
  readonly planFormat: 2;
  readonly request: VsphereRequest;
  readonly placement: PlacementPlan;
  /** How the VM is made anew; null in place, where its configuration stays. */
  readonly rebuild: RebuildPlan | null;
  readonly disks: readonly VirtualDiskPlan[];
  /** Controllers in the order in which they are made, before any disk. */
  readonly controllers: readonly ControllerPlan[];
  readonly keyPath: KeyPathPlan;
  readonly nvram: NvramPlan;
  readonly vtpm: VtpmPlan;
  readonly changeTracking: ChangeTrackingPlan;
  /** One entry per host and group of transports; limits of one group never count against another. */
  readonly streams: readonly StreamPlan[];
  readonly steps: readonly VsphereStep[];
  /** For a person, after power-on. */
  readonly checklist: readonly string[];
}

export interface PlacementPlan {
  readonly siteId: string;
  readonly siteName: string;
  readonly mode: 'NEW_VM' | 'IN_PLACE';
  readonly name: string;
  /** Null when no host is left. */
  readonly hostId: string | null;
  readonly homeDatastoreId: string | null;
  readonly networks: readonly NetworkPlan[];
}

export interface NetworkPlan {
  readonly deviceKey: number;
  /** Null: disconnected. */
  readonly networkId: string | null;
  readonly startConnected: boolean;
  /** Stated in the request; null: vCenter gives a new one. Port key and connection cookie never go back. */
  readonly macAddress: string | null;
}

/** What of the ConfigInfo goes into the request for the new VM, beside controllers, disks, networks and keys. */
export interface RebuildPlan {
  /** Null: vCenter gives a new one. */
  readonly instanceUuid: string | null;
  readonly biosUuid: string | null;
  /** Never that of the original: a guest must see that it went back in time. */
  readonly generationId: 'NEW';
  /** Devices that are bound to a host. */
  readonly devices: readonly {
    readonly deviceKey: number;
    readonly label: string;
    readonly way: 'EMPTY' | 'LEFT_OUT';
  }[];
  /** Names of keys, ascending; null where they were not captured. */
  readonly extraConfig: { readonly kept: readonly string[]; readonly leftOut: readonly string[] } | null;
  /** Captured device keys, to be translated once the new VM has its own. */
  readonly bootOrderDeviceKeys: readonly number[];
  /** An encrypted VM needs `required`, whatever was captured. Null: not told. */
  readonly migrateEncryption: string | null;
  readonly faultToleranceEncryption: string | null;
  readonly vAppConfig: boolean;
  readonly template: boolean;
}

export interface VirtualDiskPlan extends DiskPlan {
  readonly datastoreId: string | null;
  readonly provisioning: 'THIN' | 'THICK_LAZY_ZEROED' | 'THICK_EAGER_ZEROED' | 'UNKNOWN';
  /** In place: the disk that is written. */
  readonly targetDeviceKey: number | null;
  readonly controllerKey: number | null;
  /** Given to a new disk, so that the guest knows it by the same serial number; null in place, or when not captured. */
  readonly diskUuid: string | null;
  readonly unitNumber: number | null;
  /** Bytes a second measured for this executor, transport and datastore; null where none was. */
  readonly expectedRate: RateRange | null;
  readonly key: KeyDecisionPlan;
}

export interface RateRange {
  readonly minimumBytesPerSecond: number;
  readonly maximumBytesPerSecond: number;
}

export interface ControllerPlan {
  readonly key: number;
  readonly type: string;
  readonly bus: string;
  readonly busNumber: number;
  /** True where it was not captured and follows from a disk that hung on it. */
  readonly predicted: boolean;
  /** True where a gap in the captured numbering makes vSphere's own numbering differ. */
  readonly outOfSequence: boolean;
}

export interface KeyPathPlan {
  readonly home: KeyDecisionPlan;
  /** GIVEN: with its key id, also where that key is waited for. NONE: there is none, or nothing can be decided. */
  readonly bundle: 'GIVEN' | 'DROPPED' | 'NONE';
  /** `config.migrateEncryption` of the new VM: as captured, and `required` wherever the home is encrypted. */
  readonly migrateEncryption: string | null;
  /** `config.ftEncryptionMode` of the new VM, as captured. */
  readonly faultToleranceEncryption: string | null;
}

/**
 * NONE: clear stays clear. SAME_KEYS: captured key id. SAME_KEY_NEW_BUNDLE: captured key id, new data key. NEW_KEYS:
 * through the policy. PRESENT_KEYS: in place, under the keys of the VM. CLEAR: encryption dropped. ENCRYPT: added after
 * the restore. WAIT: nothing until the key can be fetched. REFUSED: no permitted way. UNKNOWN: a fact is missing.
 */
export type KeyWay =
  | 'NONE'
  | 'SAME_KEYS'
  | 'SAME_KEY_NEW_BUNDLE'
  | 'NEW_KEYS'
  | 'PRESENT_KEYS'
  | 'CLEAR'
  | 'ENCRYPT'
  | 'WAIT'
  | 'REFUSED'
  | 'UNKNOWN';

export interface KeyDecisionPlan {
  readonly way: KeyWay;
  readonly outcome: ComponentOutcome;
  readonly keyId: string | null;
  /** Named in the request where the default one will not do. */
  readonly providerId: string | null;
  readonly policyId: string | null;
}

export interface NvramPlan {
  readonly way: 'RESTORE' | 'REGENERATE' | 'LEAVE' | 'NOT_PRESENT' | 'UNKNOWN';
  readonly outcome: ComponentOutcome;
}

export interface VtpmPlan {
  /** KEEP: device and state. NEW: device with an empty state. REMOVE: no device. */
  readonly way: 'KEEP' | 'NEW' | 'REMOVE' | 'NOT_PRESENT' | 'UNKNOWN';
  readonly outcome: ComponentOutcome;
}

export interface ChangeTrackingPlan {
  readonly offBefore: boolean;
  readonly onAfter: boolean;
  /** True whenever bytes are written: tracking misreports once a restore has begun. */
  readonly nextBackupFull: boolean;
}

export interface StreamPlan {
  readonly hostId: string;
  readonly group: StreamGroup;
  readonly disks: number;
  /** Null when the limit is not known. */
  readonly limit: number | null;
  readonly runningElsewhere: number | null;
  /** Streams to open now; 0: wait until others end. Null when running work or limit is not known: one at a time. */
  readonly atOnce: number | null;
}

export type StreamGroup = 'SAN' | 'HOTADD' | 'NFC' | 'HTTP';

/** Steps into vSphere. Ids and names only; the handler takes decisions from the plan by device key. */
export type VsphereStep = PlanStepBase &
  (
    | { readonly kind: 'CHECK_SITE'; readonly hostId: string | null }
    | { readonly kind: 'PREPARE_KEY_PATH'; readonly hostId: string }
    | { readonly kind: 'CREATE_VM'; readonly hostId: string; readonly deviceKeys: readonly number[] }
    | { readonly kind: 'SET_BOOT_ORDER'; readonly deviceKeys: readonly number[] }
    | { readonly kind: 'DISABLE_CHANGE_TRACKING' }
    | { readonly kind: 'UPLOAD_NVRAM' }
    | { readonly kind: 'PREPARE_ACCESS'; readonly bracket: Bracket }
    | {
        readonly kind: 'WRITE_DISK';
        readonly deviceKey: number;
        readonly transport: Transport;
        readonly bracket: Bracket;
      }
    | { readonly kind: 'RELEASE_DISKS'; readonly bracket: Bracket }
    | { readonly kind: 'END_ACCESS'; readonly bracket: Bracket }
    | { readonly kind: 'PREPARE_PROXY'; readonly executor: string; readonly lines: readonly string[] }
    | { readonly kind: 'CREATE_RESTORE_SNAPSHOT' }
    | { readonly kind: 'REVERT_RESTORE_SNAPSHOT' }
    | { readonly kind: 'RESET_PROXY'; readonly executor: string; readonly lines: readonly string[] }
    | { readonly kind: 'ENABLE_CHANGE_TRACKING' }
    | { readonly kind: 'ENCRYPT_VM'; readonly policyId: string }
    | { readonly kind: 'MARK_TEMPLATE' }
    | { readonly kind: 'POWER_ON' }
    | { readonly kind: 'CHECK_VM' }
    | { readonly kind: 'REMOVE_MARKERS' }
  );

/** Which of the two brackets of PrepareForAccess and EndAccess a step belongs to. */
export type Bracket = 'NETWORK' | 'SAN';
