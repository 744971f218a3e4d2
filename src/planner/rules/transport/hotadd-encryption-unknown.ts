import { encryptionWhenWritten } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddEncryptionUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.encryption-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether disk and HotAdd proxy are both encrypted',
  statements: [],
  citation: guide('Backup and restore of encrypted virtual machines: HotAdd proxy'),
  remedy: 'Refresh the site in which the proxy lives, or use NBDSSL.',
  reject: (context, { disk, executor }) => {
    const encrypted = executor.fact.proxy.virtualMachine?.encrypted ?? 'UNKNOWN';
    if (encrypted === 'YES') return null;
    const ofDisk = encryptionWhenWritten(context, disk);
    if (ofDisk === 'CLEAR' || (ofDisk === 'ENCRYPTED' && encrypted === 'NO')) return null;
    return ofDisk === 'UNKNOWN'
      ? `Whether ${disk.disk.label} is encrypted is not known; if it is, proxy ${executor.name} must be too.`
      : `${disk.disk.label} is encrypted; whether proxy ${executor.name} is encrypted is not known.`;
  },
};
