import type { TargetDiskFact } from '../facts/machine.js';
import type { Situation } from './context.js';

/** Disks of the VM to overwrite that are neither written nor known to the point by their UUID, ascending by key. */
export function extraDisks({ disks, machine, point }: Situation): readonly TargetDiskFact[] {
  const written = new Set(disks.map((one) => one.written?.deviceKey ?? null));
  const known = new Set(point.disks.map(({ uuid }) => uuid));
  return (machine?.disks ?? [])
    .filter(({ deviceKey, uuid }) => !written.has(deviceKey) && (uuid === null || !known.has(uuid)))
    .toSorted((left, right) => left.deviceKey - right.deviceKey);
}
