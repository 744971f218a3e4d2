/**
 * Goal: each rule of the family "disks" speaks where it must and nowhere else.
 * Method: the tables of disks/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './disks/attached-elsewhere.table.js';
import './disks/attachment-unknown.table.js';
import './disks/base-before-enabling.table.js';
import './disks/blocks-once-written.table.js';
import './disks/bus-shared-in-place.table.js';
import './disks/child-becomes-base.table.js';
import './disks/controller-out-of-sequence.table.js';
import './disks/controller-predicted.table.js';
import './disks/controller-unknown.table.js';
import './disks/fence-not-held.table.js';
import './disks/file-limit-unknown.table.js';
import './disks/file-too-large.table.js';
import './disks/first-class.table.js';
import './disks/held-by-other.table.js';
import './disks/held-unknown.table.js';
import './disks/in-place-disk-larger.table.js';
import './disks/in-place-disk-not-mapped.table.js';
import './disks/in-place-disk-size-differs.table.js';
import './disks/in-place-disk-size-unknown.table.js';
import './disks/in-place-disks-unknown.table.js';
import './disks/in-place-extra-disks-left.table.js';
import './disks/in-place-extra-disks.table.js';
import './disks/in-place-mapping-contradictory.table.js';
import './disks/in-place-physical-rdm.table.js';
import './disks/in-place-rdm-unknown.table.js';
import './disks/independent.table.js';
import './disks/known-defect.table.js';
import './disks/lineage-broken.table.js';
import './disks/lineage-unknown.table.js';
import './disks/not-whole-sectors.table.js';
import './disks/own-leaf-only.table.js';
import './disks/pages-incomplete.table.js';
import './disks/pages-unknown.table.js';
import './disks/place-doubled.table.js';
import './disks/rdm-becomes-disk.table.js';
import './disks/rdm-mode-unknown.table.js';
import './disks/rdm-physical.table.js';
import './disks/rdm-virtual.table.js';
import './disks/sector-size-differs.table.js';
import './disks/sector-size-unknown.table.js';
import './disks/shared-in-place-unknown.table.js';
import './disks/shared-in-place.table.js';
import './disks/shared.table.js';
import './disks/storage-move-running.table.js';
import './disks/unallocated-too.table.js';
import './disks/uuid-unknown.table.js';
import './disks/vsan-express-snapshot.table.js';
import './disks/vsan-express-unknown.table.js';
import './disks/whole-disk.table.js';
