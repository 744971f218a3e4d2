import { formatBytes } from '../../../domain/units.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const sizeBlocksOnceWritten: VsphereRule = {
  kind: 'FINDING',
  id: 'size.blocks-once-written',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Change tracking counts every block that was once written',
  statements: ['S31'],
  citation: tips('The guest operating system has no visibility of changed block tracking'),
  remedy: null,
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (
        tracking === null ||
        !hasData ||
        !(tracking.coverage === 'ALLOCATED' && disk.provisioning === 'THIN' && disk.dataBytes !== null)
      )
        return [];
      return [
        {
          subject,
          explanation:
            `The ${formatBytes(disk.dataBytes ?? 0)} of ${disk.label} hold what its guest deleted too: a block ` +
            'once written stays in use.',
        },
      ];
    }),
};
