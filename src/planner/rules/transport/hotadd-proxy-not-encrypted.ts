import { encryptionWhenWritten } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddProxyNotEncrypted: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.proxy-not-encrypted',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'HotAdd of an encrypted disk needs an encrypted proxy',
  statements: [],
  citation: guide('Backup and restore of encrypted virtual machines: HotAdd proxy'),
  remedy: 'Encrypt the proxy VM, or use NBDSSL.',
  reject: (context, { disk, executor }) => {
    if (encryptionWhenWritten(context, disk) === 'CLEAR') return null;
    return executor.fact.proxy.virtualMachine?.encrypted === 'NO' &&
      encryptionWhenWritten(context, disk) === 'ENCRYPTED'
      ? `${disk.disk.label} is encrypted, and proxy ${executor.name} is not.`
      : null;
  },
};
