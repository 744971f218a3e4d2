/**
 * Goal: each rule of the family "point" speaks where it must and nowhere else.
 * Method: the tables of point/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './point/disk-data-damaged.table.js';
import './point/disk-data-incomplete.table.js';
import './point/disk-data-not-captured.table.js';
import './point/disk-data-unknown.table.js';
import './point/disk-no-data-in-repository.table.js';
import './point/facts-contradictory.table.js';
import './point/home-encryption-unknown.table.js';
import './point/nvram-not-captured-bios.table.js';
import './point/nvram-not-captured.table.js';
import './point/nvram-unknown-bios.table.js';
import './point/nvram-unknown.table.js';
import './point/request-disk-not-in-point.table.js';
import './point/request-nothing-to-restore.table.js';
import './point/restore-point-capture-failed.table.js';
import './point/restore-point-crash-consistent.table.js';
import './point/restore-point-still-capturing.table.js';
import './point/vtpm-unknown.table.js';
