import type { CapturedItemName, CapturedItemState, Transport } from '../../domain/words.js';
import type { VsphereFacts } from '../facts.js';
import type { TargetDiskFact, TargetMachineFact } from '../facts/machine.js';
import type { DatastoreFact, HostFact, StoragePolicyFact } from '../facts/site.js';
import type { PointDiskFact, VspherePointFact } from '../facts/vsphere-point.js';
import type { DiskPlacementRequest, VsphereTarget } from '../facts/vsphere-request.js';
import type {
  ChangeTrackingPlan,
  ControllerPlan,
  KeyDecisionPlan,
  NvramPlan,
  RateRange,
  RebuildPlan,
  StreamPlan,
  VtpmPlan,
} from '../vsphere-plan.js';
import type { ExecutorView } from './executor-view.js';
import type { KeyAvailability } from './key-availability.js';
import type { NetworkChoice } from './resolve-networks.js';
import type { SiteView } from './site-view.js';

/**
 * What rules and decisions read: the facts, joined and indexed. Each stage adds what it decided, and a rule may read
 * only what its stage knows: Situation → WithKeys → WithHost → VsphereContext.
 */
export interface Situation {
  readonly facts: VsphereFacts;
  readonly target: VsphereTarget;
  readonly point: VspherePointFact;
  /** Only what is fresh: a stale or missing section is null here and named in `site.stale`. */
  readonly site: SiteView;
  /** Ascending by name. */
  readonly executors: readonly ExecutorView[];
  /** The requested disks, ascending by device key. */
  readonly disks: readonly DiskSituation[];
  /** An item that the facts do not list is UNKNOWN. */
  readonly items: Readonly<Record<CapturedItemName, CapturedItemState>>;
  /** Datastore of the VM home. */
  readonly home: DatastoreChoice;
  readonly homePolicy: PolicyChoice;
  readonly networks: readonly NetworkChoice[];
  /** In place: the VM that is overwritten; null when new, not known or not there. */
  readonly machine: TargetMachineFact | null;
}

/** One captured disk together with where it goes. */
export interface DiskSituation {
  readonly disk: PointDiskFact;
  /** `disk:2000`. */
  readonly subject: string;
  readonly requested: DiskPlacementRequest | null;
  /** In place: the disk that is written; null when new or when none is mapped. */
  readonly written: TargetDiskFact | null;
  readonly place: DatastoreChoice;
  readonly policy: PolicyChoice;
  /** Of the disk that is written. */
  readonly provisioning: 'THIN' | 'THICK_LAZY_ZEROED' | 'THICK_EAGER_ZEROED' | 'UNKNOWN';
  /** Whether the disk that is written has a parent; a captured child restored as a new VM is a base disk. */
  readonly child: 'YES' | 'NO' | 'UNKNOWN';
  /** Whether it has blocks to write. */
  readonly hasData: boolean;
}

export interface DatastoreChoice {
  /** Null when none was asked for and none follows from the point. */
  readonly id: string | null;
  /** Null: not known, or not listed by the site. */
  readonly datastore: DatastoreFact | null;
  /** REQUESTED, or found BY_NAME of the captured one, or NOT_LISTED, or UNKNOWN without fresh facts. */
  readonly how: 'REQUESTED' | 'BY_NAME' | 'NOT_LISTED' | 'UNKNOWN';
}

export interface PolicyChoice {
  readonly policy: StoragePolicyFact | null;
  /**
   * NONE: none was captured and none asked for. CONTENT_DIFFERS: same name, other demands. MISSING: asked for or
   * captured and not on the site. UNKNOWN: nobody looked.
   */
  readonly how: 'REQUESTED' | 'BY_ID' | 'BY_NAME' | 'CONTENT_DIFFERS' | 'NONE' | 'MISSING' | 'UNKNOWN';
  /** Name for people, of what is asked for or was captured. */
  readonly name: string | null;
}

/** How one component comes by its keys, with what the target says of the captured one. */
export interface KeyDecision extends KeyDecisionPlan {
  /** Of the captured key; null where there is none. */
  readonly availability: KeyAvailability | null;
  readonly reason: string;
}

export interface KeyDecisions {
  readonly home: KeyDecision;
  readonly disks: ReadonlyMap<number, KeyDecision>;
  readonly bundle: 'GIVEN' | 'DROPPED' | 'NONE';
}

export interface WithKeys extends Situation {
  readonly keys: KeyDecisions;
}

export interface WithHost extends WithKeys {
  /** Where the VM is made or lies; null when no host is left. */
  readonly host: HostFact | null;
  readonly hostRejections: readonly HostRejection[];
  /** Order asked for by the request, else by the customer; null for the default one. */
  readonly preference: readonly Transport[] | null;
}

export interface HostRejection {
  readonly host: HostFact;
  readonly ruleId: string;
  readonly why: string;
}

/** One way that may be taken for one disk. */
export interface Candidate {
  readonly transport: Transport;
  readonly executor: ExecutorView;
  readonly disk: DiskSituation;
}

/** The way decided for one disk; transport and executor are null together. */
export interface DiskWay {
  readonly situation: DiskSituation;
  readonly transport: Transport | null;
  readonly executor: ExecutorView | null;
  readonly rate: RateRange | null;
  readonly reasons: readonly string[];
  readonly rejected: readonly WayRejection[];
}

export interface WayRejection {
  readonly transport: Transport;
  readonly executor: string | null;
  readonly ruleId: string;
  readonly why: string;
}

/** Everything decided: what the rules of a restore into vSphere judge. */
export interface VsphereContext extends WithHost {
  readonly ways: readonly DiskWay[];
  readonly rebuild: RebuildPlan | null;
  readonly nvram: NvramDecision;
  readonly vtpm: VtpmDecision;
  readonly changeTracking: ChangeTrackingPlan;
  readonly controllers: readonly ControllerPlan[];
  readonly streams: readonly StreamPlan[];
}

export interface NvramDecision extends NvramPlan {
  readonly reason: string;
  /** Whether key id, bundle and NVRAM are of one key epoch. */
  readonly epoch: 'ONE' | 'BROKEN' | 'UNKNOWN';
}

export interface VtpmDecision extends VtpmPlan {
  readonly reason: string;
}
