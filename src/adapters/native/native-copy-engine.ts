import type {
  CaptureDiskRequest,
  CaptureDiskResult,
  CollectGarbageRequest,
  CollectGarbageResult,
  CopyControl,
  CopyEngine,
  CopyProgress,
  DescribeDiskRequest,
  DiskDescriber,
  DiskDescription,
  GarbageCollector,
  RepositoryScrubber,
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
import type { PortErrorSubject } from '../../ports/port-error.js';
import { PortError } from '../../ports/port-error.js';
import type { Addon, AddonError, AddonHandle, AddonListener, ReadDepth } from './addon-types.js';

/** An fsync on slow storage cannot be cut short; after this long the call settles and the threads end by themselves. */
const abortPatienceMs = 80;

function portError(error: AddonError): PortError {
  const subject: PortErrorSubject = {
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.offsetBytes === undefined ? {} : { offsetBytes: error.offsetBytes }),
    ...(error.chunkId === undefined ? {} : { chunkId: error.chunkId }),
  };
  return new PortError(error.kind, error.code, error.message, subject);
}

function abortedError(): PortError {
  return new PortError('aborted', 'ABORTED', 'The copy was stopped by request.');
}

function runOperation<Result>(
  addon: Addon,
  control: CopyControl,
  start: (listener: AddonListener<Result>) => AddonHandle,
): Promise<Result> {
  if (control.signal.aborted) return Promise.reject(abortedError());
  return new Promise((resolve, reject) => {
    let settled = false;
    let patience: NodeJS.Timeout | undefined;
    const settle = (finish: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(patience);
      control.signal.removeEventListener('abort', onAbort);
      finish();
    };
    const handle = start((...event) => {
      if (settled) return;
      if (event[0] === 'progress') {
        reportProgress(event[1]);
        return;
      }
      if (event[0] === 'done') {
        const result = event[1];
        settle(() => resolve(result));
        return;
      }
      const error = event[1];
      settle(() => reject(portError(error)));
    });
    /** What the caller's function throws ends the call; thrown through the addon it would end the process. */
    function reportProgress(progress: CopyProgress): void {
      try {
        control.onProgress(progress);
      } catch (error) {
        addon.abort(handle);
        settle(() => reject(error));
      }
    }
    function onAbort(): void {
      addon.abort(handle);
      patience = setTimeout(() => settle(() => reject(abortedError())), abortPatienceMs);
    }
    control.signal.addEventListener('abort', onAbort, { once: true });
  });
}

function depthOf({ ioDepth }: CopyControl): ReadDepth {
  return ioDepth === undefined ? {} : { ioDepth };
}

/**
 * The copy engine of `native/`, with all promises of the port. Work runs on native threads, at nice 10, one for each
 * core; many calls may run at once. Throws TypeError on a request of the wrong shape.
 */
export function createNativeCopyEngine(addon: Addon): CopyEngine {
  return {
    captureDisk(request: CaptureDiskRequest, control: CopyControl): Promise<CaptureDiskResult> {
      return runOperation(addon, control, (listener) =>
        addon.startCapture({ ...request, ...depthOf(control) }, listener),
      );
    },
    restoreDisk(request: RestoreDiskRequest, control: CopyControl): Promise<RestoreDiskResult> {
      return runOperation(addon, control, (listener) =>
        addon.startRestore({ ...request, ...depthOf(control) }, listener),
      );
    },
    verifyDisk(request: VerifyDiskRequest, control: CopyControl): Promise<VerifyDiskResult> {
      return runOperation(addon, control, (listener) =>
        addon.startVerify({ ...request, ...depthOf(control) }, listener),
      );
    },
    async whoseTarget(request: RestoreDiskRequest): Promise<TargetOwner> {
      const control = { signal: new AbortController().signal, onProgress: () => undefined };
      const found = await runOperation<{ owner: TargetOwner }>(addon, control, (listener) =>
        addon.startOwner(request, listener),
      );
      return found.owner;
    },
  };
}

/** Reads one page of an index, so there is nothing to stop or to follow. */
export function createNativeDiskDescriber(addon: Addon): DiskDescriber {
  const control: CopyControl = { signal: new AbortController().signal, onProgress: () => {} };
  return {
    describeDisk(request: DescribeDiskRequest): Promise<DiskDescription> {
      return runOperation(addon, control, (listener) => addon.startDescribe(request, listener));
    },
  };
}

export function createNativeGarbageCollector(addon: Addon): GarbageCollector {
  return {
    collectGarbage(request: CollectGarbageRequest, signal: AbortSignal): Promise<CollectGarbageResult> {
      const control: CopyControl = { signal, onProgress: () => {} };
      return runOperation(addon, control, (listener) => addon.startCollect(request, listener));
    },
  };
}

export function createNativeScrubber(addon: Addon): RepositoryScrubber {
  return {
    scrubPart(request: ScrubPartRequest, signal: AbortSignal): Promise<ScrubPartResult> {
      const control: CopyControl = { signal, onProgress: () => {} };
      return runOperation(addon, control, (listener) => addon.startScrub(request, listener));
    },
    traceDamage(request: TraceDamageRequest, signal: AbortSignal): Promise<TraceDamageResult> {
      const control: CopyControl = { signal, onProgress: () => {} };
      return runOperation(addon, control, (listener) => addon.startTrace(request, listener));
    },
  };
}
