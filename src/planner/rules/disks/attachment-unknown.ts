import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskAttachmentUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.attachment-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a disk to overwrite is attached to another VM',
  statements: [],
  citation: guide('HotAdd transport: disks stay attached until Cleanup'),
  remedy: 'Refresh the VM to overwrite.',
  check: ({ disks }) =>
    disks
      .filter(({ written }) => written?.attachedElsewhere === 'UNKNOWN')
      .map(({ subject, written }) => ({
        subject,
        explanation: `Whether ${written?.label} is attached to a proxy now is not known.`,
      })),
};
