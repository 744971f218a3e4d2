import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlacePhysicalRdm: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.physical-rdm',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A disk to overwrite is a physical raw device mapping',
  statements: [],
  citation: guide('Restore: raw device mappings'),
  remedy: 'Replace the mapping by a virtual disk, or restore as a new VM.',
  check: ({ disks }) =>
    disks
      .filter(({ written }) => written?.rdmMode === 'physicalMode')
      .map(({ subject, written }) => ({
        subject,
        explanation: `${written?.label} is a LUN that is passed through to the guest.`,
      })),
};
