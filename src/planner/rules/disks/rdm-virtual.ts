import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskRdmVirtual: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.rdm-virtual',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A virtual raw device mapping can only come back as a plain disk',
  statements: [],
  citation: guide('Restore: raw device mappings'),
  remedy: 'Consent to its coming back as a plain disk, or leave it out and map its LUN again.',
  check: ({ disks, target }) =>
    target.mode === 'IN_PLACE' || target.consents.rdmAsDisk
      ? []
      : disks
          .filter(({ disk, hasData }) => disk.rdmMode === 'virtualMode' && hasData)
          .map(({ disk, subject }) => ({
            subject,
            explanation: `${disk.label} was a virtual raw device mapping; its LUN is never used by itself.`,
          })),
};
