import type { CopyEngine, GarbageCollector, RepositoryScrubber } from '../../ports/copy-engine.js';
import { PortError } from '../../ports/port-error.js';

/** Stands in when the addon cannot be loaded: each call fails with ENGINE_UNAVAILABLE and says why. */
export function createUnavailableCopyEngine(reason: string): CopyEngine & GarbageCollector & RepositoryScrubber {
  const refuse = (): Promise<never> => Promise.reject(new PortError('permanent', 'ENGINE_UNAVAILABLE', reason));
  return {
    captureDisk: refuse,
    restoreDisk: refuse,
    verifyDisk: refuse,
    whoseTarget: refuse,
    collectGarbage: refuse,
    scrubPart: refuse,
    traceDamage: refuse,
  };
}
