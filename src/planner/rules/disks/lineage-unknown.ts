import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingLineageUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.lineage-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether changes are missing from this point',
  statements: ['S32'],
  citation: guide('Changed block tracking: a new UUID in the change id'),
  remedy: 'Choose a point that was read whole, or one whose lineage is known.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (
        tracking === null ||
        !hasData ||
        !(tracking.coverage === 'UNKNOWN' || (tracking.coverage === 'CHANGED' && tracking.uuidContinues === 'UNKNOWN'))
      )
        return [];
      return [
        {
          subject,
          explanation:
            `Whether ${disk.label} was read by changes of the same lineage as the point ` + 'before is not known.',
        },
      ];
    }),
};
