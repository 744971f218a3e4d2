import { itemState } from './item-state.js';
import type { DiskFact, PlannerFacts } from './facts.js';
import { requestedDisks } from './requested-disks.js';

/** Bytes that a disk will write: its data where counted, since holes stay holes; else its whole capacity. */
export function bytesOfDisk(disk: DiskFact): number {
  return disk.dataBytes ?? disk.capacityBytes;
}

/** Bytes that the restore will occupy at its target. */
export function bytesNeeded(facts: PlannerFacts): number {
  let bytes = itemState(facts, 'NVRAM') === 'CAPTURED' ? (facts.restorePoint.nvramSizeBytes ?? 0) : 0;
  for (const disk of requestedDisks(facts)) {
    if (disk.dataState === 'CAPTURED') {
      bytes += bytesOfDisk(disk);
    }
  }
  return bytes;
}
