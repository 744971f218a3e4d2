import { formatBytes } from '../../../domain/units.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskChildBecomesBase: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.child-becomes-base',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A linked or instant clone comes back as a full VM',
  statements: ['S05'],
  citation: guide('Restore: linked clones'),
  remedy: null,
  check: ({ disks, target }) =>
    target.mode === 'IN_PLACE'
      ? []
      : disks
          .filter(({ disk }) => disk.child === 'YES')
          .map(({ disk, subject }) => ({
            subject,
            explanation:
              `${disk.label} shared blocks with a parent and becomes a disk of its own, up to ` +
              `${formatBytes(disk.capacityBytes)}.`,
          })),
};
