/**
 * Goal: each rule of the family "files" speaks where it must and nowhere else.
 * Method: the tables of files/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './files/config-info-incomplete.table.js';
import './files/config-info-not-captured.table.js';
import './files/disk-format-may-not-fit.table.js';
import './files/disk-format-unsuitable.table.js';
import './files/disk-written-in-clear.table.js';
import './files/home-bundle-stays-sealed.table.js';
import './files/location-free-space-unknown.table.js';
import './files/location-may-not-suffice.table.js';
import './files/location-not-enough-space.table.js';
import './files/location-not-known.table.js';
import './files/location-not-writable.table.js';
import './files/nvram-sealed-by-key.table.js';
import './files/nvram-unusable-without-key.table.js';
import './files/target-folder-not-plain.table.js';
import './files/vtpm-state-lost.table.js';
