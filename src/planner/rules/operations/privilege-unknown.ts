import { planPrivileges } from '../../vsphere/plan-privileges.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const sitePrivilegeUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'site.privilege-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the account of the site holds the privileges of the plan',
  statements: [],
  citation: guide('Privileges for backup and restore'),
  remedy: 'Refresh the site with an account that may read its own privileges.',
  check: (context) => {
    const open = planPrivileges(context, 'UNKNOWN');
    if (open.length === 0) return [];
    const explanation = `Whether the account of ${context.site.name} holds ${open.join(', ')} is not known.`;
    return [{ subject: 'vm', explanation }];
  },
};
