import type { EventLog } from '../ports/event-log.js';

/**
 * Places where a test lets the executor die as if its power were cut. Off unless the setting REINSTATE_DEBUG_POINT
 * names one. `…before` lies before the first effect of a step, `…done` after its last effect and before its checkpoint.
 */
export const DEBUG_POINTS = [
  'begin:before',
  'begin:done',
  'read-plan:done',
  'check-facts:before',
  'check-facts:done',
  'claim-target:before',
  'claim-target:done',
  'restore-disk:before',
  'restore-disk:claimed',
  'restore-disk:copying',
  'restore-disk:whole',
  'restore-disk:done',
  'await-disks:before',
  'await-disks:done',
  'write-nvram:before',
  'write-nvram:written',
  'write-nvram:done',
  'write-config-info:before',
  'write-config-info:written',
  'write-config-info:done',
  'release-target:before',
  'release-target:done',
  'finish:before',
  'finish:done',
  'undo:before',
  'undo:done',
  'capture-disk:before',
  'capture-disk:whole',
  'capture-disk:done',
  'verify-disk:before',
  'verify-disk:done',
  'scrub:before',
  'scrub:part',
  'scrub:found',
  'scrub:done',
  'collect:before',
  'collect:removing',
  'collect:done',
] as const;
export type DebugPoint = (typeof DEBUG_POINTS)[number];

/** Ends the process with SIGKILL when it passes the named point; does nothing at all others. */
export type PassDebugPoint = (point: DebugPoint) => void;

/**
 * `setting` null: never dies. Throws when `setting` names no point, so that a test cannot pass by a spelling mistake.
 */
export function createDebugPoint(setting: string | null, log: EventLog): PassDebugPoint {
  if (setting === null) return () => undefined;
  if (!(DEBUG_POINTS as readonly string[]).includes(setting)) {
    throw new Error(`There is no debug point "${setting}". Points: ${DEBUG_POINTS.join(', ')}.`);
  }
  return (point) => {
    if (point !== setting) return;
    log.warn({ point }, 'debug point reached: the executor ends itself');
    process.kill(process.pid, 'SIGKILL');
  };
}
