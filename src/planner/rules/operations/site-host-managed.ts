import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteHostManaged: VsphereRule = {
  kind: 'FINDING',
  id: 'site.host-managed',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The host is managed by a vCenter',
  statements: [],
  citation: guide('Restore: detach an ESXi host from its vCenter Server'),
  remedy: 'Restore through that vCenter; if it is lost, disconnect the host from it first.',
  check: ({ site }) =>
    site.kind === 'ESXI' && site.about !== null && site.about.managedBy !== null
      ? [{ subject: 'vm', explanation: `${site.name} is managed by ${site.about.managedBy}.` }]
      : [],
};
