import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskFirstClass: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.first-class',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'A first class disk loses its identity as a plain disk',
  statements: [],
  citation: vim('VStorageObject'),
  remedy:
    'Register the disk again as a first class disk after the restore, and map the volumes that used ' +
    'its old id to the new one.',
  check: ({ disks, target }) =>
    target.mode === 'IN_PLACE'
      ? []
      : disks
          .filter(({ disk }) => disk.firstClassDiskId !== null)
          .map(({ disk, subject }) => ({
            subject,
            explanation: `${disk.label} was first class disk ${disk.firstClassDiskId}; the new disk is not.`,
          })),
};
