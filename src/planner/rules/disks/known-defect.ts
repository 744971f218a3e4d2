import { CHANGE_TRACKING_DEFECTS } from '../../../domain/change-tracking-defects.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingKnownDefect: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.known-defect',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The point was captured under a published defect of change tracking',
  statements: [],
  citation: own('Known defects of change tracking'),
  remedy:
    'Choose a point that was read whole, or verify the restored data inside the guest; then capture ' + 'in full.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, hasData, subject }) => {
      const tracking = disk.changeTracking;
      if (tracking === null || !hasData || tracking.knownDefects.length === 0 || tracking.coverage === 'WHOLE_DISK')
        return [];
      const defects = [...tracking.knownDefects].sort().map((id) => {
        const known = CHANGE_TRACKING_DEFECTS.find((one) => one.id === id);
        return known === undefined ? id : `${known.title} (${known.source})`;
      });
      return [{ subject, explanation: `${disk.label}: ${defects.join('; ')}.` }];
    }),
};
