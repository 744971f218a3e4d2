import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskOwnLeafOnly: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.own-leaf-only',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Only the leaf of a linked clone is overwritten',
  statements: ['S05'],
  citation: guide('Restore: linked clones'),
  remedy: null,
  check: ({ disks }) =>
    disks
      .filter(({ written }) => written?.child === 'YES')
      .map(({ subject, written }) => ({
        subject,
        explanation:
          `${written?.label} has a parent, which may serve other VMs: it stays untouched, ` + 'the leaf is written.',
      })),
};
