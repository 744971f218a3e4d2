import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingBaseBeforeEnabling: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.base-before-enabling',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'Changes were asked for since a moment before change tracking was on',
  statements: ['S32'],
  citation: tips('Changes made before changed block tracking was enabled are not reported'),
  remedy: 'Choose a point that was read whole after change tracking was switched on.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (
        tracking === null ||
        !hasData ||
        !(tracking.coverage === 'CHANGED' && tracking.snapshotBeforeEnabling === 'YES')
      )
        return [];
      return [
        {
          subject,
          explanation:
            `Tracking of ${disk.label} was switched on (${tracking.enabledAt ?? 'when is not kept'}) after the ` +
            'moment that its changes count from.',
        },
      ];
    }),
};
