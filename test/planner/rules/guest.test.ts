/**
 * Goal: each rule of the family "guest" speaks where it must and nowhere else.
 * Method: the tables of guest/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './guest/bios-uuid-changes.table.js';
import './guest/bios-uuid-tie-unknown.table.js';
import './guest/boot-disk-left-out.table.js';
import './guest/copy-of-windows.table.js';
import './guest/device-hardware-left-out.table.js';
import './guest/device-media-left-out.table.js';
import './guest/device-memory-lost.table.js';
import './guest/device-other-left-out.table.js';
import './guest/domain-controller-copy.table.js';
import './guest/domain-controller-in-place.table.js';
import './guest/domain-controller-unknown.table.js';
import './guest/domain-controller.table.js';
import './guest/extra-config-unknown.table.js';
import './guest/memory-snapshot-left.table.js';
import './guest/suspended-state-lost.table.js';
import './guest/template-unknown.table.js';
import './guest/template.table.js';
import './guest/too-many-disks.table.js';
import './guest/vapp.table.js';
import './guest/vm-service-unknown.table.js';
import './guest/vm-service.table.js';
