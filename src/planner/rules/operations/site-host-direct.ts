import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteHostDirect: VsphereRule = {
  kind: 'FINDING',
  id: 'site.host-direct',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The VM is restored to a host without vCenter',
  statements: [],
  citation: guide('PrepareForAccess needs vCenter Server'),
  remedy: 'Add the host to a vCenter afterwards and look at networks, policies and keys there.',
  check: ({ site }) =>
    site.kind === 'ESXI'
      ? [
          {
            subject: 'vm',
            explanation: `${site.name} has no fence against storage motion, no storage policies and no keys.`,
          },
        ]
      : [],
};
