import { cryptoPrivileges } from '../../vsphere/crypto-privileges.js';
import { securityGuide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPrivilegeNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.privilege-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the account may do cryptographic operations is not known',
  statements: [],
  citation: securityGuide('Cryptographic operations privileges'),
  remedy: 'Refresh the site, so that the privileges of its account are read again.',
  check: (context) => {
    const unknown = cryptoPrivileges(context).filter(({ held }) => held === 'UNKNOWN');
    if (unknown.length === 0) return [];
    const list = unknown.map(({ privilege, reason }) => `${privilege} (${reason})`).join(', ');
    return [{ subject: 'vm', explanation: `Whether the account of ${context.site.name} holds ${list} is not known.` }];
  },
};
