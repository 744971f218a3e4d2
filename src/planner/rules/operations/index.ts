import { sitePrivilegeUnknown } from './privilege-unknown.js';
import { sitePrivilegeMissing } from './privilege-missing.js';
import { decisionNotMade } from './decision-not-made.js';
import { inPlaceMachineUnknown } from './in-place-machine-unknown.js';
import { inPlacePoweredOn } from './in-place-powered-on.js';
import { siteFactsContradictory } from './site-facts-contradictory.js';
import { startNotPossible } from './start-not-possible.js';
import type { VsphereRule } from '../rule.js';

/** About the whole: overwriting, policy, dependencies, what runs at the same time. */
export const OPERATION_RULES: readonly VsphereRule[] = [
  sitePrivilegeUnknown,
  sitePrivilegeMissing,
  decisionNotMade,
  inPlaceMachineUnknown,
  inPlacePoweredOn,
  siteFactsContradictory,
  startNotPossible,
];
