import { diskDataDamaged } from './disk-data-damaged.js';
import { diskDataIncomplete } from './disk-data-incomplete.js';
import { diskDataNotCaptured } from './disk-data-not-captured.js';
import { diskDataUnknown } from './disk-data-unknown.js';
import { diskNoDataInRepository } from './disk-no-data-in-repository.js';
import { factsContradictory } from './facts-contradictory.js';
import { homeEncryptionUnknown } from './home-encryption-unknown.js';
import { nvramNotCapturedBios } from './nvram-not-captured-bios.js';
import { nvramNotCaptured } from './nvram-not-captured.js';
import { nvramUnknownBios } from './nvram-unknown-bios.js';
import { nvramUnknown } from './nvram-unknown.js';
import { requestDiskNotInPoint } from './request-disk-not-in-point.js';
import { requestNothingToRestore } from './request-nothing-to-restore.js';
import { restorePointCaptureFailed } from './restore-point-capture-failed.js';
import { restorePointCrashConsistent } from './restore-point-crash-consistent.js';
import { restorePointStillCapturing } from './restore-point-still-capturing.js';
import { vtpmUnknown } from './vtpm-unknown.js';
import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

/** About the restore point and the request, whatever the target. */
export const POINT_RULES: readonly FindingRule<CommonFacts>[] = [
  diskDataDamaged,
  diskDataIncomplete,
  diskDataNotCaptured,
  diskDataUnknown,
  diskNoDataInRepository,
  factsContradictory,
  homeEncryptionUnknown,
  nvramNotCapturedBios,
  nvramNotCaptured,
  nvramUnknownBios,
  nvramUnknown,
  requestDiskNotInPoint,
  requestNothingToRestore,
  restorePointCaptureFailed,
  restorePointCrashConsistent,
  restorePointStillCapturing,
  vtpmUnknown,
];
