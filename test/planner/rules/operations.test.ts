/**
 * Goal: each rule of the family "operations" speaks where it must and nowhere else.
 * Method: the tables of operations/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './operations/approvals-needed.table.js';
import './operations/config-incomplete.table.js';
import './operations/config-not-captured.table.js';
import './operations/decision-not-made.table.js';
import './operations/in-place-firmware-differs.table.js';
import './operations/in-place-firmware-unknown.table.js';
import './operations/in-place-machine-unknown.table.js';
import './operations/in-place-name-not-typed.table.js';
import './operations/in-place-other-vm.table.js';
import './operations/in-place-powered-on.table.js';
import './operations/in-place-snapshots.table.js';
import './operations/in-place-state-unknown.table.js';
import './operations/in-place-template.table.js';
import './operations/privilege-missing.table.js';
import './operations/privilege-unknown.table.js';
import './operations/services-no-start-order.table.js';
import './operations/services-start-order.table.js';
import './operations/services-vcenter-in-vm.table.js';
import './operations/site-facts-contradictory.table.js';
import './operations/site-facts-from-future.table.js';
import './operations/site-facts-stale.table.js';
import './operations/site-host-managed.table.js';
import './operations/site-host-unknown.table.js';
import './operations/site-is-another.table.js';
import './operations/site-not-registered.table.js';
import './operations/start-not-possible.table.js';
