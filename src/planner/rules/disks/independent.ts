import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskIndependent: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.independent',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'An independent disk is in no snapshot',
  statements: [],
  citation: guide('Independent disks are not part of snapshots'),
  remedy: 'Bring its data back by a copy made inside the guest, or from the source that the guest itself ' + 'uses.',
  check: ({ disks }) =>
    disks
      .filter(({ disk, hasData }) => !hasData && disk.diskMode?.startsWith('independent') === true)
      .map(({ disk, subject }) => ({
        subject,
        explanation: `${disk.label} was in mode ${disk.diskMode}: no snapshot holds its data.`,
      })),
};
