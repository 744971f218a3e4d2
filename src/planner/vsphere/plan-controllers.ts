import type { PointControllerFact, PointDiskFact } from '../facts/vsphere-point.js';
import type { ControllerPlan } from '../vsphere-plan.js';

/** vSphere makes IDE and its own default devices by itself; a request that names them again fails. */
const MADE_BY_US: ReadonlySet<string> = new Set(['SCSI', 'SATA', 'NVME']);

type Known = Omit<ControllerPlan, 'outOfSequence'>;

/**
 * [S33] Controllers in ascending order, before any disk. A gap in the captured numbering is kept and told, never
 * renumbered: a guest may know its disks by it. A disk on a controller that was not captured would make vSphere add
 * one of its own choice, so that one is predicted and made too.
 */
export function planControllers(
  controllers: readonly PointControllerFact[],
  disks: readonly PointDiskFact[],
): ControllerPlan[] {
  const known: Known[] = [];
  const told = new Set<number>();
  for (const { key, type, bus, busNumber } of controllers) {
    told.add(key);
    if (MADE_BY_US.has(bus) && type !== null && busNumber !== null) {
      known.push({ key, type, bus, busNumber, predicted: false });
    }
  }
  for (const { controllerKey: key, controllerType: type, bus, busNumber } of disks) {
    if (key === null || told.has(key) || type === null || busNumber === null || !MADE_BY_US.has(bus)) continue;
    told.add(key);
    known.push({ key, type, bus, busNumber, predicted: true });
  }
  const ordered = known.sort(
    (left, right) => compareText(left.bus, right.bus) || left.busNumber - right.busNumber || left.key - right.key,
  );
  const next = new Map<string, number>();
  return ordered.map((one) => {
    const expected = next.get(one.bus) ?? 0;
    next.set(one.bus, one.busNumber + 1);
    return { ...one, outOfSequence: one.bus === 'SCSI' && one.busNumber !== expected };
  });
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
