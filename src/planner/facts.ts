import { EXECUTOR_AGE_MAX_SECONDS } from '../domain/executor-age.js';
import type { TargetFormat } from '../domain/target-formats.js';
import type { CapturedItemName, CapturedItemState, Transport } from '../domain/words.js';
import type { ProxyExecutorFact, RunningStreams } from './facts/proxy.js';
import type { SiteFacts } from './facts/site.js';
import type { VspherePointFact } from './facts/vsphere-point.js';
import type { VsphereTarget } from './facts/vsphere-request.js';

/**
 * Everything that the planner may look at. JSON-safe: this is the document that `reinstate plan --facts FILE` reads.
 * Times are UTC text `…sssZ`; bytes are whole numbers up to 2^53-1. What nobody knows is 'UNKNOWN' or null, and says
 * so.
 */
export type PlannerFacts = LocalFilesFacts | VsphereFacts;

/** What every target needs: rules about the restore point itself read no more. */
export interface CommonFacts {
  readonly now: string;
  readonly request: PlanRequest;
  readonly restorePoint: RestorePointFact;
  readonly executors: readonly ExecutorFact[];
  readonly policy: CustomerPolicy;
}

export interface LocalFilesFacts extends CommonFacts {
  readonly request: LocalFilesRequest;
}

export interface VsphereFacts extends CommonFacts {
  readonly request: VsphereRequest;
  readonly restorePoint: VspherePointFact;
  readonly executors: readonly ProxyExecutorFact[];
  readonly site: SiteFacts;
  readonly running: RunningStreams;
}

export function isVsphereFacts(facts: PlannerFacts): facts is VsphereFacts {
  return facts.request.target.kind === 'VSPHERE';
}

/** What was asked. Kept with the plan, so that it can be made again from fresh facts. */
export interface PlanRequest {
  readonly target: RestoreTarget;
  /** Device keys to restore, ascending; null means every disk. */
  readonly deviceKeys: readonly number[] | null;
}

export interface LocalFilesRequest extends PlanRequest {
  readonly target: LocalFilesTarget;
}

export interface VsphereRequest extends PlanRequest {
  readonly target: VsphereTarget;
}

export type RestoreTarget = LocalFilesTarget | VsphereTarget;

/** Local files: disk images, NVRAM and ConfigInfo below `folder` of a named location. */
export interface LocalFilesTarget {
  readonly kind: 'LOCAL_FILES';
  readonly location: string;
  readonly folder: string;
  /** What each disk is written as. */
  readonly diskFormat: TargetFormat;
}

export interface RestorePointFact {
  readonly id: string;
  readonly vmName: string;
  readonly capturedAt: string;
  readonly origin: 'CAPTURED' | 'RECORDED';
  readonly state: 'CAPTURING' | 'AVAILABLE' | 'FAILED' | 'DAMAGED';
  readonly extractorVersion: number;
  readonly firmware: 'BIOS' | 'EFI' | 'UNKNOWN';
  readonly secureBoot: 'YES' | 'NO' | 'UNKNOWN';
  readonly vtpm: 'PRESENT' | 'NOT_PRESENT' | 'UNKNOWN';
  readonly encryption: 'ENCRYPTED' | 'NOT_ENCRYPTED' | 'UNKNOWN';
  readonly hardwareVersion: number | null;
  readonly key: KeyFact | null;
  readonly nvramSizeBytes: number | null;
  readonly consistency: 'CRASH' | 'FILE_SYSTEM' | 'APPLICATION' | 'UNKNOWN';
  readonly items: readonly CapturedItemFact[];
  /** Ascending by device key. */
  readonly disks: readonly DiskFact[];
}

export interface KeyFact {
  readonly keyId: string;
  readonly providerId: string | null;
  readonly providerType: 'STANDARD' | 'NATIVE' | 'TRUST_AUTHORITY' | 'UNKNOWN';
}

export interface CapturedItemFact {
  readonly item: CapturedItemName;
  readonly state: CapturedItemState;
  readonly observedAt: string | null;
}

export interface DiskFact {
  readonly deviceKey: number;
  readonly label: string;
  readonly controllerType: string | null;
  readonly bus: 'SCSI' | 'SATA' | 'IDE' | 'NVME' | 'OTHER' | 'UNKNOWN';
  readonly busNumber: number | null;
  readonly unitNumber: number | null;
  readonly capacityBytes: number;
  readonly provisioning: 'THIN' | 'THICK_LAZY_ZEROED' | 'THICK_EAGER_ZEROED' | 'UNKNOWN';
  readonly backingType: string;
  readonly diskMode: string | null;
  readonly key: KeyFact | null;
  readonly dataState: 'CAPTURING' | 'CAPTURED' | 'NOT_CAPTURED' | 'DAMAGED';
  /** Names every byte of the disk in the repository, 64 hex digits; null when its blocks are not there. */
  readonly indexHash: string | null;
  readonly repository: string | null;
  readonly dataBytes: number | null;
}

export interface ExecutorFact {
  readonly name: string;
  readonly version: string;
  readonly observedAt: string;
  readonly engine: 'AVAILABLE' | 'UNAVAILABLE';
  readonly engineReason: string | null;
  readonly locations: readonly LocationFact[];
  readonly repositories: readonly RepositoryFact[];
}

export interface LocationFact {
  readonly name: string;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly freeBytes: number | null;
}

export interface RepositoryFact {
  readonly name: string;
  readonly present: boolean;
}

/** What the customer allows. Defaults are cautious: nothing irreversible is ever chosen by itself. */
export interface CustomerPolicy {
  /** A fact of the site older than this counts as unknown. */
  readonly factAgeMaxSeconds: number;
  /** An executor reports every few seconds: one not heard of for so long counts as unknown. */
  readonly executorAgeMaxSeconds: number;
  readonly rekeyAllowed: boolean;
  readonly leaveNvramAllowed: boolean;
  readonly clearAllowed: boolean;
  readonly downgradeTransportAllowed: boolean;
  readonly approvalsNeeded: number;
  /** Order of transports where the request gives none; null for the default order. */
  readonly transportPreference: readonly Transport[] | null;
  /** SAN streams of all work together that one ESXi host gets. */
  readonly sanStreamsPerHostMax: number;
  /** Disks of all work together that one ESXi host gets over NBD and NBDSSL. */
  readonly nbdStreamsPerHostMax: number;
  /** A plan cannot be executed later than this after it was made. */
  readonly planLifetimeSeconds: number;
}

export const DEFAULT_POLICY: CustomerPolicy = {
  factAgeMaxSeconds: 900,
  executorAgeMaxSeconds: EXECUTOR_AGE_MAX_SECONDS,
  rekeyAllowed: false,
  leaveNvramAllowed: false,
  clearAllowed: false,
  downgradeTransportAllowed: true,
  approvalsNeeded: 0,
  transportPreference: null,
  sanStreamsPerHostMax: 6,
  nbdStreamsPerHostMax: 50,
  planLifetimeSeconds: 3600,
};
