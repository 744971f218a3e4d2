import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskRdmPhysical: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.rdm-physical',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'A physical raw device mapping is not in the backup',
  statements: [],
  citation: guide('Restore: raw device mappings'),
  remedy: 'Bring its LUN back by the storage array, then map it again; its old LUN uuid is never used by itself.',
  check: ({ disks }) =>
    disks
      .filter(({ disk }) => disk.rdmMode === 'physicalMode')
      .map(({ disk, subject }) => ({
        subject,
        explanation: `${disk.label} was a physical raw device mapping: no snapshot holds its data.`,
      })),
};
