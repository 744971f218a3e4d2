import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingUnallocatedToo: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.unallocated-too',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The areas in use were asked for with a snapshot from before change tracking was on',
  statements: ['S30'],
  citation: tips('QueryChangedDiskAreas after a snapshot but before enabling returns unallocated areas'),
  remedy: 'Capture again with a snapshot taken after change tracking was switched on, to read less.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (
        tracking === null ||
        !hasData ||
        !(tracking.coverage === 'ALLOCATED' && tracking.snapshotBeforeEnabling === 'YES')
      )
        return [];
      return [
        {
          subject,
          explanation: `The data of ${disk.label} counts areas that were never in use; zeros are not stored.`,
        },
      ];
    }),
};
