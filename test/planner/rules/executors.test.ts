/**
 * Goal: each rule of the family "executors" speaks where it must and nowhere else.
 * Method: the tables of executors/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './executors/engine-unavailable.table.js';
import './executors/none-known.table.js';
import './executors/not-heard-of.table.js';
import './executors/repository-not-present.table.js';
