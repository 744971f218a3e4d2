import { privilegesWith } from '../../vsphere/transport-privileges.js';
import { encryptionWhenWritten } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportPrivilegeUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'],
  id: 'transport.privilege-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the account of the site holds the privileges for a transport',
  statements: ['S01'],
  citation: guide('Privileges for backup and restore'),
  remedy: 'Refresh the site with an account that may read its own privileges.',
  reject: (context, { disk, transport }) => {
    const encrypted = encryptionWhenWritten(context, disk) !== 'CLEAR';
    const open = privilegesWith(context, transport, encrypted, 'UNKNOWN');
    return open.length === 0
      ? null
      : `Whether the account of ${context.site.name} holds ${open.join(', ')} is not known.`;
  },
};
