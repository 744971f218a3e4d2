/**
 * Goal: each rule of the family "placement" speaks where it must and nowhere else.
 * Method: the tables of placement/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './placement/bios-uuid-running.table.js';
import './placement/bios-uuid-taken.table.js';
import './placement/cluster-rules-left.table.js';
import './placement/datastore-access-unknown.table.js';
import './placement/datastore-in-maintenance.table.js';
import './placement/datastore-maintenance-unknown.table.js';
import './placement/datastore-makes-thick.table.js';
import './placement/datastore-may-not-suffice.table.js';
import './placement/datastore-not-accessible.table.js';
import './placement/datastore-not-found.table.js';
import './placement/datastore-overcommitted.table.js';
import './placement/datastore-space-unknown.table.js';
import './placement/datastore-swap-unknown.table.js';
import './placement/datastore-too-small.table.js';
import './placement/host-capacity-unknown.table.js';
import './placement/host-connection-unknown.table.js';
import './placement/host-guest-not-supported.table.js';
import './placement/host-guest-unknown.table.js';
import './placement/host-hardware-too-old.table.js';
import './placement/host-hardware-unknown.table.js';
import './placement/host-in-maintenance.table.js';
import './placement/host-lacks-datastore.table.js';
import './placement/host-lacks-network.table.js';
import './placement/host-maintenance-unknown.table.js';
import './placement/host-not-connected.table.js';
import './placement/host-not-listed.table.js';
import './placement/host-processor-too-old.table.js';
import './placement/host-processor-unknown.table.js';
import './placement/host-too-few-processors.table.js';
import './placement/host-too-little-cpu.table.js';
import './placement/host-too-little-memory.table.js';
import './placement/identity-not-kept.table.js';
import './placement/instance-uuid-taken.table.js';
import './placement/mac-running.table.js';
import './placement/mac-taken.table.js';
import './placement/name-not-valid.table.js';
import './placement/name-taken.table.js';
import './placement/names-unknown.table.js';
import './placement/network-access-unknown.table.js';
import './placement/network-matched-by-name.table.js';
import './placement/network-not-accessible.table.js';
import './placement/network-not-found.table.js';
import './placement/network-unknown.table.js';
import './placement/place-not-found.table.js';
import './placement/place-unknown.table.js';
import './placement/policy-differs.table.js';
import './placement/policy-fit-unknown.table.js';
import './placement/policy-missing.table.js';
import './placement/policy-not-compatible.table.js';
import './placement/policy-requested-missing.table.js';
import './placement/policy-unknown.table.js';
import './placement/pool-of-other-cluster.table.js';
import './placement/purpose-unknown.table.js';
