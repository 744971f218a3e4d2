import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingPagesIncomplete: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.pages-incomplete',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'The answers about changed areas did not reach the end of the disk',
  statements: [],
  citation: vim('VirtualMachine.QueryChangedDiskAreas: startOffset and length'),
  remedy: 'Choose another point; capture again with a release that asks to the end of the disk.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (tracking === null || !hasData || !(tracking.sumsToCapacity === 'NO')) return [];
      return [
        { subject, explanation: `The answers about ${disk.label} do not sum to its ${disk.capacityBytes} bytes.` },
      ];
    }),
};
