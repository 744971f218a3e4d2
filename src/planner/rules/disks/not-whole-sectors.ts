import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskNotWholeSectors: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.not-whole-sectors',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'The capacity of a disk is not a whole number of its sectors',
  statements: [],
  citation: guide('Native 4K: capacity in whole sectors'),
  remedy: 'Record or capture the point again; a disk of this size cannot be made.',
  check: ({ disks }) =>
    disks
      .filter(({ disk }) => disk.logicalSectorBytes !== null && disk.capacityBytes % disk.logicalSectorBytes !== 0)
      .map(({ disk, subject }) => ({
        subject,
        explanation: `${disk.label} has ${disk.capacityBytes} bytes in sectors of ${disk.logicalSectorBytes}.`,
      })),
};
