import { configInfoIncomplete } from './config-info-incomplete.js';
import { configInfoNotCaptured } from './config-info-not-captured.js';
import { diskFormatMayNotFit } from './disk-format-may-not-fit.js';
import { diskFormatUnsuitable } from './disk-format-unsuitable.js';
import { diskWrittenInClear } from './disk-written-in-clear.js';
import { homeBundleStaysSealed } from './home-bundle-stays-sealed.js';
import { locationFreeSpaceUnknown } from './location-free-space-unknown.js';
import { locationMayNotSuffice } from './location-may-not-suffice.js';
import { locationNotEnoughSpace } from './location-not-enough-space.js';
import { locationNotKnown } from './location-not-known.js';
import { locationNotWritable } from './location-not-writable.js';
import { nvramSealedByKey } from './nvram-sealed-by-key.js';
import { nvramUnusableWithoutKey } from './nvram-unusable-without-key.js';
import { targetFolderNotPlain } from './target-folder-not-plain.js';
import { vtpmStateLost } from './vtpm-state-lost.js';
import type { LocalFilesFacts } from '../../facts.js';
import type { FindingRule, RejectionRule } from '../rule.js';

/** About a restore into local files. */
export const FILES_RULES: readonly FindingRule<LocalFilesFacts>[] = [
  configInfoIncomplete,
  configInfoNotCaptured,
  diskFormatMayNotFit,
  diskFormatUnsuitable,
  diskWrittenInClear,
  homeBundleStaysSealed,
  nvramSealedByKey,
  nvramUnusableWithoutKey,
  targetFolderNotPlain,
  vtpmStateLost,
];

/** What rules an executor out for local files. */
export const FILES_REJECTIONS: readonly RejectionRule<LocalFilesFacts>[] = [
  locationFreeSpaceUnknown,
  locationMayNotSuffice,
  locationNotEnoughSpace,
  locationNotKnown,
  locationNotWritable,
];
