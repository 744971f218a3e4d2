import type {
  CaptureDiskRequest,
  CaptureDiskResult,
  CollectGarbageRequest,
  CollectGarbageResult,
  CopyProgress,
  DescribeDiskRequest,
  DiskDescription,
  RestoreDiskRequest,
  RestoreDiskResult,
  ScrubPartRequest,
  ScrubPartResult,
  TargetOwner,
  TraceDamageRequest,
  TraceDamageResult,
  VerifyDiskRequest,
  VerifyDiskResult,
} from '../../ports/copy-engine.js';
import type { PortErrorKind } from '../../ports/port-error.js';

/** What `native/src/addon/addon.cc` exports. Raised together with it. */
export const addonInterfaceVersion = 4;

declare const handleBrand: unique symbol;

/** A running copy; tagged, so that nothing else can be passed to `abort`. */
export interface AddonHandle {
  readonly [handleBrand]: true;
}

/** A failure as the core reports it. `offsetBytes`, `chunkId` and `path` stand where they are known. */
export interface AddonError {
  readonly kind: PortErrorKind;
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly offsetBytes?: number;
  readonly chunkId?: string;
}

/** Called on the JavaScript thread: `progress` at most ten times a second, then once `done` or `failed`. */
export type AddonListener<Result> = (
  ...event: ['progress', CopyProgress] | ['done', Result] | ['failed', AddonError]
) => void;

export interface AddonDescription {
  readonly interfaceVersion: number;
  /** Threads of one copy: the cores that this process may use, at most 16. */
  readonly workerCount: number;
  /** False: the processor has no SHA extensions and verification runs at about a third of the speed. */
  readonly sha256Accelerated: boolean;
}

/** How many reads of a copy are in flight at once; the addon's own choice unless given. */
export interface ReadDepth {
  readonly ioDepth?: number;
}

/** Each start function throws TypeError when the request has a member of the wrong type. */
export interface Addon {
  startCapture(request: CaptureDiskRequest & ReadDepth, listener: AddonListener<CaptureDiskResult>): AddonHandle;
  startRestore(request: RestoreDiskRequest & ReadDepth, listener: AddonListener<RestoreDiskResult>): AddonHandle;
  startVerify(request: VerifyDiskRequest & ReadDepth, listener: AddonListener<VerifyDiskResult>): AddonHandle;
  startOwner(request: RestoreDiskRequest, listener: AddonListener<{ owner: TargetOwner }>): AddonHandle;
  startCollect(request: CollectGarbageRequest, listener: AddonListener<CollectGarbageResult>): AddonHandle;
  startScrub(request: ScrubPartRequest, listener: AddonListener<ScrubPartResult>): AddonHandle;
  startTrace(request: TraceDamageRequest, listener: AddonListener<TraceDamageResult>): AddonHandle;
  startDescribe(request: DescribeDiskRequest, listener: AddonListener<DiskDescription>): AddonHandle;
  abort(handle: AddonHandle): void;
  describe(): AddonDescription;
}
