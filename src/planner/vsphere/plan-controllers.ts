import type { PointControllerFact } from '../facts/vsphere-point.js';
import type { ControllerPlan } from '../vsphere-plan.js';

/** vSphere makes IDE and its own default devices by itself; a request that names them again fails. */
const MADE_BY_US: ReadonlySet<string> = new Set(['SCSI', 'SATA', 'NVME']);

/**
 * [S33] Controllers in ascending order, before any disk. A gap in the captured numbering is kept and told, never
 * renumbered: a guest may know its disks by it.
 */
export function planControllers(controllers: readonly PointControllerFact[]): ControllerPlan[] {
  const known = controllers.filter(
    (one): one is PointControllerFact & { type: string; busNumber: number } =>
      MADE_BY_US.has(one.bus) && one.type !== null && one.busNumber !== null,
  );
  const ordered = [...known].sort(
    (left, right) => compareText(left.bus, right.bus) || left.busNumber - right.busNumber || left.key - right.key,
  );
  const next = new Map<string, number>();
  return ordered.map(({ key, type, bus, busNumber }) => {
    const expected = next.get(bus) ?? 0;
    next.set(bus, busNumber + 1);
    return { key, type, bus, busNumber, outOfSequence: bus === 'SCSI' && busNumber !== expected };
  });
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
