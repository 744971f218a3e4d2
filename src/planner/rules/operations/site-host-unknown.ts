import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteHostUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'site.host-management-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a vCenter manages the host',
  statements: [],
  citation: guide('Restore: detach an ESXi host from its vCenter Server'),
  remedy: 'Refresh the host.',
  check: ({ site }) =>
    site.kind === 'ESXI' && site.about === null
      ? [{ subject: 'vm', explanation: `Whether a vCenter manages ${site.name} is not known, or no longer.` }]
      : [],
};
