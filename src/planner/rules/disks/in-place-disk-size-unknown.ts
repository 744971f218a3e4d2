import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceDiskSizeUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.disk-size-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a disk to overwrite was resized',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the VM to overwrite.',
  check: ({ disks }) =>
    disks
      .filter(({ written }) => written !== null && written.capacityBytes === null)
      .map(({ subject, written }) => ({ subject, explanation: `The present size of ${written?.label} is not known.` })),
};
