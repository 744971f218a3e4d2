import { datastoreNotFound } from './datastore-not-found.js';
import { datastoreSpaceUnknown } from './datastore-space-unknown.js';
import { datastoreTooSmall } from './datastore-too-small.js';
import { hostConnectionUnknown } from './host-connection-unknown.js';
import { hostLacksDatastore } from './host-lacks-datastore.js';
import { hostNotConnected } from './host-not-connected.js';
import { placementNameTaken } from './name-taken.js';
import { placementNamesUnknown } from './names-unknown.js';
import { networkNotFound } from './network-not-found.js';
import { networkUnknown } from './network-unknown.js';
import type { HostRule, VsphereRule } from '../rule.js';

/** About the site and where the VM goes: datastores, networks, names, identity. */
export const PLACEMENT_RULES: readonly VsphereRule[] = [
  datastoreNotFound,
  datastoreSpaceUnknown,
  datastoreTooSmall,
  placementNameTaken,
  placementNamesUnknown,
  networkNotFound,
  networkUnknown,
];

/** What rules a host of the target out. */
export const HOST_RULES: readonly HostRule[] = [hostConnectionUnknown, hostLacksDatastore, hostNotConnected];
