import { privilegesWith } from '../../vsphere/transport-privileges.js';
import { encryptionWhenWritten } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportPrivilegeMissing: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'],
  id: 'transport.privilege-missing',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The account of the site lacks privileges for a transport',
  statements: ['S01'],
  citation: guide('Privileges for backup and restore'),
  remedy: 'Give the account of the site the privileges that are named.',
  reject: (context, { disk, transport }) => {
    const encrypted = encryptionWhenWritten(context, disk) !== 'CLEAR';
    const lacking = privilegesWith(context, transport, encrypted, 'NO');
    return lacking.length === 0 ? null : `The account of ${context.site.name} lacks ${lacking.join(', ')}.`;
  },
};
