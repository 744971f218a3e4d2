import { encryptionWhenWritten } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportEncryptionUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'NBD', 'DATASTORE_HTTP'],
  id: 'transport.encryption-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the disk to write is encrypted',
  statements: [],
  citation: guide('Backup and restore of encrypted virtual machines'),
  remedy: 'Refresh the site, record the point again, or use NBDSSL.',
  reject: (context, { disk, transport }) =>
    encryptionWhenWritten(context, disk) === 'UNKNOWN'
      ? `Whether ${disk.disk.label} is encrypted is not known, and ${transport} cannot write encrypted disks.`
      : null,
};
