import { approvalsNeeded } from './approvals-needed.js';
import { vmConfigIncomplete } from './config-incomplete.js';
import { vmConfigNotCaptured } from './config-not-captured.js';
import { decisionNotMade } from './decision-not-made.js';
import { inPlaceFirmwareDiffers } from './in-place-firmware-differs.js';
import { inPlaceFirmwareUnknown } from './in-place-firmware-unknown.js';
import { inPlaceMachineUnknown } from './in-place-machine-unknown.js';
import { inPlaceNameNotTyped } from './in-place-name-not-typed.js';
import { inPlaceOtherVm } from './in-place-other-vm.js';
import { inPlacePoweredOn } from './in-place-powered-on.js';
import { inPlaceSnapshots } from './in-place-snapshots.js';
import { inPlaceStateUnknown } from './in-place-state-unknown.js';
import { inPlaceTemplate } from './in-place-template.js';
import { sitePrivilegeMissing } from './privilege-missing.js';
import { sitePrivilegeUnknown } from './privilege-unknown.js';
import { servicesNoStartOrder } from './services-no-start-order.js';
import { servicesStartOrder } from './services-start-order.js';
import { servicesVcenterInVm } from './services-vcenter-in-vm.js';
import { siteFactsContradictory } from './site-facts-contradictory.js';
import { siteFactsFromFuture } from './site-facts-from-future.js';
import { siteFactsStale } from './site-facts-stale.js';
import { siteHostManaged } from './site-host-managed.js';
import { siteHostUnknown } from './site-host-unknown.js';
import { siteIsAnother } from './site-is-another.js';
import { siteNotRegistered } from './site-not-registered.js';
import { startNotPossible } from './start-not-possible.js';
import type { VsphereRule } from '../rule.js';

/** About the whole: overwriting, policy, dependencies, what runs at the same time. */
export const OPERATION_RULES: readonly VsphereRule[] = [
  approvalsNeeded,
  decisionNotMade,
  inPlaceFirmwareDiffers,
  inPlaceFirmwareUnknown,
  inPlaceMachineUnknown,
  inPlaceNameNotTyped,
  inPlaceOtherVm,
  inPlacePoweredOn,
  inPlaceSnapshots,
  inPlaceStateUnknown,
  inPlaceTemplate,
  servicesNoStartOrder,
  servicesStartOrder,
  servicesVcenterInVm,
  siteFactsContradictory,
  siteFactsFromFuture,
  siteFactsStale,
  siteHostManaged,
  siteHostUnknown,
  siteIsAnother,
  siteNotRegistered,
  sitePrivilegeMissing,
  sitePrivilegeUnknown,
  startNotPossible,
  vmConfigIncomplete,
  vmConfigNotCaptured,
];
