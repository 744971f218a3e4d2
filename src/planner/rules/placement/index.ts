import { biosUuidRunning } from './bios-uuid-running.js';
import { biosUuidTaken } from './bios-uuid-taken.js';
import { clusterRulesLeft } from './cluster-rules-left.js';
import { datastoreAccessUnknown } from './datastore-access-unknown.js';
import { datastoreInMaintenance } from './datastore-in-maintenance.js';
import { datastoreMaintenanceUnknown } from './datastore-maintenance-unknown.js';
import { datastoreMakesThick } from './datastore-makes-thick.js';
import { datastoreMayNotSuffice } from './datastore-may-not-suffice.js';
import { datastoreNotAccessible } from './datastore-not-accessible.js';
import { datastoreNotFound } from './datastore-not-found.js';
import { datastoreOvercommitted } from './datastore-overcommitted.js';
import { datastoreSpaceUnknown } from './datastore-space-unknown.js';
import { datastoreSwapUnknown } from './datastore-swap-unknown.js';
import { datastoreTooSmall } from './datastore-too-small.js';
import { hostCapacityUnknown } from './host-capacity-unknown.js';
import { hostConnectionUnknown } from './host-connection-unknown.js';
import { hostGuestNotSupported } from './host-guest-not-supported.js';
import { hostGuestUnknown } from './host-guest-unknown.js';
import { hostHardwareTooOld } from './host-hardware-too-old.js';
import { hostHardwareUnknown } from './host-hardware-unknown.js';
import { hostInMaintenance } from './host-in-maintenance.js';
import { hostLacksDatastore } from './host-lacks-datastore.js';
import { hostLacksNetwork } from './host-lacks-network.js';
import { hostMaintenanceUnknown } from './host-maintenance-unknown.js';
import { hostNotConnected } from './host-not-connected.js';
import { hostNotListed } from './host-not-listed.js';
import { hostProcessorTooOld } from './host-processor-too-old.js';
import { hostProcessorUnknown } from './host-processor-unknown.js';
import { hostTooFewProcessors } from './host-too-few-processors.js';
import { hostTooLittleCpu } from './host-too-little-cpu.js';
import { hostTooLittleMemory } from './host-too-little-memory.js';
import { identityNotKept } from './identity-not-kept.js';
import { instanceUuidTaken } from './instance-uuid-taken.js';
import { macRunning } from './mac-running.js';
import { macTaken } from './mac-taken.js';
import { placementNameNotValid } from './name-not-valid.js';
import { placementNameTaken } from './name-taken.js';
import { placementNamesUnknown } from './names-unknown.js';
import { networkAccessUnknown } from './network-access-unknown.js';
import { networkMatchedByName } from './network-matched-by-name.js';
import { networkNotAccessible } from './network-not-accessible.js';
import { networkNotFound } from './network-not-found.js';
import { networkUnknown } from './network-unknown.js';
import { KEY_HOST_RULES } from '../keys/index.js';
import { placeNotFound } from './place-not-found.js';
import { placeUnknown } from './place-unknown.js';
import { policyDiffers } from './policy-differs.js';
import { policyFitUnknown } from './policy-fit-unknown.js';
import { policyMissing } from './policy-missing.js';
import { policyNotCompatible } from './policy-not-compatible.js';
import { policyRequestedMissing } from './policy-requested-missing.js';
import { policyUnknown } from './policy-unknown.js';
import { poolOfOtherCluster } from './pool-of-other-cluster.js';
import { purposeUnknown } from './purpose-unknown.js';
import type { HostRule, VsphereRule } from '../rule.js';

/** About the site and where the VM goes: datastores, networks, names, identity. */
export const PLACEMENT_RULES: readonly VsphereRule[] = [
  biosUuidRunning,
  biosUuidTaken,
  clusterRulesLeft,
  datastoreAccessUnknown,
  datastoreInMaintenance,
  datastoreMaintenanceUnknown,
  datastoreMakesThick,
  datastoreMayNotSuffice,
  datastoreNotAccessible,
  datastoreNotFound,
  datastoreOvercommitted,
  datastoreSpaceUnknown,
  datastoreSwapUnknown,
  datastoreTooSmall,
  hostNotListed,
  identityNotKept,
  instanceUuidTaken,
  macRunning,
  macTaken,
  networkAccessUnknown,
  networkMatchedByName,
  networkNotAccessible,
  networkNotFound,
  networkUnknown,
  placeNotFound,
  placeUnknown,
  placementNameNotValid,
  placementNameTaken,
  placementNamesUnknown,
  policyDiffers,
  policyFitUnknown,
  policyMissing,
  policyNotCompatible,
  policyRequestedMissing,
  policyUnknown,
  poolOfOtherCluster,
  purposeUnknown,
];

/** What rules a host of the target out. */
export const HOST_RULES: readonly HostRule[] = [
  hostCapacityUnknown,
  hostConnectionUnknown,
  hostGuestNotSupported,
  hostGuestUnknown,
  hostHardwareTooOld,
  hostHardwareUnknown,
  hostInMaintenance,
  hostLacksDatastore,
  hostLacksNetwork,
  hostMaintenanceUnknown,
  hostNotConnected,
  hostProcessorTooOld,
  hostProcessorUnknown,
  hostTooFewProcessors,
  hostTooLittleCpu,
  hostTooLittleMemory,
  ...KEY_HOST_RULES,
];
