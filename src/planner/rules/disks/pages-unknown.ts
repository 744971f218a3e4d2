import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingPagesUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.pages-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the answers about changed areas reached the end of the disk',
  statements: [],
  citation: vim('VirtualMachine.QueryChangedDiskAreas: startOffset and length'),
  remedy: 'Choose a point of which that is known, or one that was read whole.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (
        tracking === null ||
        !hasData ||
        !(tracking.sumsToCapacity === 'UNKNOWN' && tracking.coverage !== 'WHOLE_DISK')
      )
        return [];
      return [
        {
          subject,
          explanation: `Whether the answers about ${disk.label} sum to its ${disk.capacityBytes} bytes is not known.`,
        },
      ];
    }),
};
