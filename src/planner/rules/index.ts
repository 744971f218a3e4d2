import { configInfoIncomplete } from './config-info-incomplete.js';
import { configInfoNotCaptured } from './config-info-not-captured.js';
import { diskDataDamaged } from './disk-data-damaged.js';
import { diskDataIncomplete } from './disk-data-incomplete.js';
import { diskDataNotCaptured } from './disk-data-not-captured.js';
import { diskDataUnknown } from './disk-data-unknown.js';
import { diskFormatMayNotFit } from './disk-format-may-not-fit.js';
import { diskFormatUnsuitable } from './disk-format-unsuitable.js';
import { diskNoDataInRepository } from './disk-no-data-in-repository.js';
import { diskWrittenInClear } from './disk-written-in-clear.js';
import { executorEngineUnavailable } from './executor-engine-unavailable.js';
import { executorNoneKnown } from './executor-none-known.js';
import { executorNotHeardOf } from './executor-not-heard-of.js';
import { executorRepositoryNotPresent } from './executor-repository-not-present.js';
import { factsContradictory } from './facts-contradictory.js';
import { homeBundleStaysSealed } from './home-bundle-stays-sealed.js';
import { homeEncryptionUnknown } from './home-encryption-unknown.js';
import { locationFreeSpaceUnknown } from './location-free-space-unknown.js';
import { locationMayNotSuffice } from './location-may-not-suffice.js';
import { locationNotEnoughSpace } from './location-not-enough-space.js';
import { locationNotKnown } from './location-not-known.js';
import { locationNotWritable } from './location-not-writable.js';
import { nvramNotCapturedBios } from './nvram-not-captured-bios.js';
import { nvramNotCaptured } from './nvram-not-captured.js';
import { nvramSealedByKey } from './nvram-sealed-by-key.js';
import { nvramUnknownBios } from './nvram-unknown-bios.js';
import { nvramUnknown } from './nvram-unknown.js';
import { nvramUnusableWithoutKey } from './nvram-unusable-without-key.js';
import { requestDiskNotInPoint } from './request-disk-not-in-point.js';
import { requestNothingToRestore } from './request-nothing-to-restore.js';
import { restorePointCaptureFailed } from './restore-point-capture-failed.js';
import { restorePointCrashConsistent } from './restore-point-crash-consistent.js';
import { restorePointStillCapturing } from './restore-point-still-capturing.js';
import { targetFolderNotPlain } from './target-folder-not-plain.js';
import { vtpmStateLost } from './vtpm-state-lost.js';
import { vtpmUnknown } from './vtpm-unknown.js';
import type { FindingRule, RejectionRule, Rule } from './rule.js';

/** Every rule, in the order of its file name; findings are sorted by weight afterwards. */
export const RULES: readonly Rule[] = [
  configInfoIncomplete,
  configInfoNotCaptured,
  diskDataDamaged,
  diskDataIncomplete,
  diskDataNotCaptured,
  diskDataUnknown,
  diskFormatMayNotFit,
  diskFormatUnsuitable,
  diskNoDataInRepository,
  diskWrittenInClear,
  executorEngineUnavailable,
  executorNoneKnown,
  executorNotHeardOf,
  executorRepositoryNotPresent,
  factsContradictory,
  homeBundleStaysSealed,
  homeEncryptionUnknown,
  locationFreeSpaceUnknown,
  locationMayNotSuffice,
  locationNotEnoughSpace,
  locationNotKnown,
  locationNotWritable,
  nvramNotCapturedBios,
  nvramNotCaptured,
  nvramSealedByKey,
  nvramUnknownBios,
  nvramUnknown,
  nvramUnusableWithoutKey,
  requestDiskNotInPoint,
  requestNothingToRestore,
  restorePointCaptureFailed,
  restorePointCrashConsistent,
  restorePointStillCapturing,
  targetFolderNotPlain,
  vtpmStateLost,
  vtpmUnknown,
];

export const FINDING_RULES: readonly FindingRule[] = RULES.filter((rule) => rule.kind === 'FINDING');
export const REJECTION_RULES: readonly RejectionRule[] = RULES.filter((rule) => rule.kind === 'REJECTION');
