import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskRdmBecomesDisk: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.rdm-becomes-disk',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A virtual raw device mapping comes back as a plain disk',
  statements: [],
  citation: guide('Restore: raw device mappings'),
  remedy: 'Map the LUN again afterwards where the guest needs it.',
  check: ({ disks, target }) =>
    target.mode === 'IN_PLACE' || !target.consents.rdmAsDisk
      ? []
      : disks
          .filter(({ disk, hasData }) => disk.rdmMode === 'virtualMode' && hasData)
          .map(({ disk, subject }) => ({
            subject,
            explanation: `${disk.label} was a virtual raw device mapping and becomes a virtual disk, as consented.`,
          })),
};
