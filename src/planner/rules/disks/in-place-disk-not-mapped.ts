import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceDiskNotMapped: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.disk-not-mapped',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'No disk of the VM to overwrite is proven to be the captured one',
  statements: [],
  citation: own('Overwriting needs a proven or confirmed disk'),
  remedy: 'Confirm which disk of the VM is to be overwritten, restore as a new VM, or leave the disk out.',
  check: ({ disks, machine }) =>
    machine === null || machine.disks === null
      ? []
      : disks
          .filter(({ hasData, written }) => hasData && written === null)
          .map(({ disk, subject }) => ({
            subject,
            explanation:
              `${machine.name} has no disk, or several, with the UUID of ${disk.label} ` +
              `(${disk.uuid ?? 'not captured'}).`,
          })),
};
