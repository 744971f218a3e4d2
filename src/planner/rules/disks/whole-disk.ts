import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingWholeDisk: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.whole-disk',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The question for areas in use gave the whole disk',
  statements: ['S28'],
  citation: tips('Changed block tracking yields meaningful results only on VMFS'),
  remedy: null,
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (tracking === null || !hasData || !(tracking.coverage === 'WHOLE_DISK')) return [];
      return [
        {
          subject,
          explanation:
            `${disk.label} on ${disk.datastoreName ?? 'its datastore'} ` +
            `(${disk.datastoreType ?? 'type not known'}) was read whole; change ids stay valid for increments.`,
        },
      ];
    }),
};
