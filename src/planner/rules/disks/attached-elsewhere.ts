import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskAttachedElsewhere: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.attached-elsewhere',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A disk to overwrite is attached to another VM',
  statements: [],
  citation: guide('HotAdd transport: disks stay attached until Cleanup'),
  remedy: 'End the backup that attached it, or detach it from the proxy, then plan again.',
  check: ({ disks, machine }) =>
    disks
      .filter(({ written }) => written?.attachedElsewhere === 'YES')
      .map(({ subject, written }) => ({
        subject,
        explanation: `${written?.label} of ${machine?.name} is attached to a proxy now: another product works on it.`,
      })),
};
