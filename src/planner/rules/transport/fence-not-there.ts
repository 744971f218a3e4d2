import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const accessNoFenceOnHost: VsphereRule = {
  kind: 'FINDING',
  id: 'access.no-fence-on-host',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A host without vCenter has no fence against storage motion',
  statements: ['S01'],
  citation: guide('PrepareForAccess and EndAccess need vCenter Server'),
  remedy: null,
  check: ({ site, ways }) =>
    site.kind === 'ESXI' && ways.some(({ transport }) => transport === 'NBDSSL' || transport === 'NBD')
      ? [{ subject: 'vm', explanation: `${site.name} cannot move storage by itself, so PrepareForAccess is left out.` }]
      : [],
};
