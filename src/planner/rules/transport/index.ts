import { hotaddNoFreeSlot } from './hotadd-no-free-slot.js';
import { hotaddSlotsUnknown } from './hotadd-slots-unknown.js';
import { transportNotOffered } from './not-offered.js';
import { transportOfferUnknown } from './offer-unknown.js';
import { transportPreferenceNotPossible } from './preference-not-possible.js';
import { sanLunNotVisible } from './san-lun-not-visible.js';
import { sanLunVisibilityUnknown } from './san-lun-visibility-unknown.js';
import { sanThinDisk } from './san-thin-disk.js';
import { sanVvol } from './san-vvol.js';
import type { TransportRule, VsphereRule } from '../rule.js';

/** About the ways that were decided. */
export const TRANSPORT_FINDINGS: readonly VsphereRule[] = [transportPreferenceNotPossible];

/** What rules a transport, an executor or both out for a disk. */
export const TRANSPORT_RULES: readonly TransportRule[] = [
  hotaddNoFreeSlot,
  hotaddSlotsUnknown,
  transportNotOffered,
  transportOfferUnknown,
  sanLunNotVisible,
  sanLunVisibilityUnknown,
  sanThinDisk,
  sanVvol,
];
