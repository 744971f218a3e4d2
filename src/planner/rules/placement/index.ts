import { datastoreTooSmall } from './datastore-too-small.js';
import { hostConnectionUnknown } from './host-connection-unknown.js';
import { hostLacksDatastore } from './host-lacks-datastore.js';
import { hostNotConnected } from './host-not-connected.js';
import { placementNameTaken } from './name-taken.js';
import { networkNotFound } from './network-not-found.js';
import type { HostRule, VsphereRule } from '../rule.js';

/** About the site and where the VM goes: datastores, networks, names, identity. */
export const PLACEMENT_RULES: readonly VsphereRule[] = [datastoreTooSmall, placementNameTaken, networkNotFound];

/** What rules a host of the target out. */
export const HOST_RULES: readonly HostRule[] = [hostConnectionUnknown, hostLacksDatastore, hostNotConnected];
