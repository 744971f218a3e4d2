import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingLineageBroken: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.lineage-broken',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'Change tracking was reset before this point was read by its changes',
  statements: ['S32'],
  citation: guide('Changed block tracking: a new UUID in the change id'),
  remedy: 'Choose a point from before the break, or one that was read whole after it.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (tracking === null || !hasData || !(tracking.coverage === 'CHANGED' && tracking.uuidContinues === 'NO'))
        return [];
      return [
        {
          subject,
          explanation:
            `The change id of ${disk.label} (${tracking.changeId ?? 'not kept'}) begins a new lineage: changes ` +
            'are missing here.',
        },
      ];
    }),
};
