import { encryptionWhenWritten } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportEncryptedDisk: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'NBD', 'DATASTORE_HTTP'],
  id: 'transport.encrypted-disk',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A way that cannot write encrypted disks',
  statements: [],
  citation: guide('Backup and restore of encrypted virtual machines'),
  remedy: 'Use NBDSSL, or HotAdd through an encrypted proxy.',
  reject: (context, { disk, transport }) =>
    encryptionWhenWritten(context, disk) === 'ENCRYPTED'
      ? `${disk.disk.label} is encrypted when it is written, and ${transport} cannot write such disks.`
      : null,
};
