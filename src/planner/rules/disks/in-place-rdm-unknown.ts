import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceRdmUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.rdm-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'A disk to overwrite is a raw device mapping of unknown kind',
  statements: [],
  citation: guide('Restore: raw device mappings'),
  remedy: 'Replace the mapping by a virtual disk, or restore as a new VM.',
  check: ({ disks }) =>
    disks.flatMap(({ subject, written }) => {
      const mode = written?.rdmMode ?? null;
      if (mode === null || mode === 'physicalMode' || mode === 'virtualMode') return [];
      return [{ subject, explanation: `${written?.label} is a raw device mapping in mode "${mode}".` }];
    }),
};
