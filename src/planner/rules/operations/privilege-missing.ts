import { planPrivileges } from '../../vsphere/plan-privileges.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const sitePrivilegeMissing: VsphereRule = {
  kind: 'FINDING',
  id: 'site.privilege-missing',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The account of the site lacks privileges for steps of the plan',
  statements: [],
  citation: guide('Privileges for backup and restore'),
  remedy: 'Give the account of the site the privileges that are named, then refresh the site.',
  check: (context) => {
    const lacking = planPrivileges(context, 'NO');
    return lacking.length === 0
      ? []
      : [{ subject: 'vm', explanation: `The account of ${context.site.name} lacks ${lacking.join(', ')}.` }];
  },
};
