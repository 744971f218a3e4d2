import { TARGET_FORMAT_TRAITS } from '../domain/target-formats.js';
import type { TargetFormat } from '../domain/target-formats.js';
import type { DiskFact, LocalFilesFacts } from './facts.js';
import { itemState } from './item-state.js';
import { requestedDisks } from './requested-disks.js';

/** What is needed at the target. Between the two figures nobody knows beforehand. */
export interface SpaceNeeded {
  readonly atLeastBytes: number;
  readonly atMostBytes: number;
}

/** Bytes of a disk's content: its data where counted, since holes are not moved; else its whole capacity. */
export function bytesOfDisk(disk: DiskFact): number {
  return disk.dataBytes ?? disk.capacityBytes;
}

/** Bytes that the files of a disk will occupy in this format. */
export function spaceOfDisk(disk: DiskFact, format: TargetFormat): SpaceNeeded {
  const dataBytes = bytesOfDisk(disk);
  switch (TARGET_FORMAT_TRAITS[format].occupies) {
    case 'CAPACITY':
      return { atLeastBytes: disk.capacityBytes, atMostBytes: disk.capacityBytes };
    case 'COMPRESSED':
      return { atLeastBytes: 0, atMostBytes: dataBytes };
    case 'DATA':
      return { atLeastBytes: dataBytes, atMostBytes: dataBytes };
  }
}

/** Bytes that the restore will occupy at its target. What may have to be written counts: not knowing frees no room. */
export function spaceNeeded(facts: LocalFilesFacts): SpaceNeeded {
  const { diskFormat } = facts.request.target;
  const nvramState = itemState(facts, 'NVRAM');
  const mayBeWritten = nvramState === 'CAPTURED' || nvramState === 'UNKNOWN';
  const nvramBytes = mayBeWritten ? (facts.restorePoint.nvramSizeBytes ?? 0) : 0;
  let atLeastBytes = nvramBytes;
  let atMostBytes = nvramBytes;
  for (const disk of requestedDisks(facts).filter(({ dataState }) => dataState === 'CAPTURED')) {
    const space = spaceOfDisk(disk, diskFormat);
    atLeastBytes += space.atLeastBytes;
    atMostBytes += space.atMostBytes;
  }
  return { atLeastBytes, atMostBytes };
}
