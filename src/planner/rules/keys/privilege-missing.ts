import { cryptoPrivileges } from '../../vsphere/crypto-privileges.js';
import { securityGuide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPrivilegeMissing: VsphereRule = {
  kind: 'FINDING',
  id: 'key.privilege-missing',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The account lacks a privilege for cryptographic operations',
  statements: [],
  citation: securityGuide('Cryptographic operations privileges'),
  remedy: 'Give the account of the site the named privileges where the VM is made, then refresh the site.',
  check: (context) => {
    const lacking = cryptoPrivileges(context).filter(({ held }) => held === 'NO');
    if (lacking.length === 0) return [];
    const list = lacking.map(({ privilege, reason }) => `${privilege} (${reason})`).join(', ');
    return [{ subject: 'vm', explanation: `The account of ${context.site.name} lacks ${list}.` }];
  },
};
