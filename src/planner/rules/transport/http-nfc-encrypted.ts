import { importsEncrypted } from '../../vsphere/lease-import.js';
import { vim } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const httpNfcEncryptedRefused: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['HTTP_NFC'],
  id: 'http-nfc.encrypted-refused',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The site does not import encrypted VMs by lease',
  statements: [],
  citation: vim('ResourcePool.ImportVApp'),
  remedy: 'Use NBDSSL, or HotAdd through an encrypted proxy.',
  reject: (context, { disk }) =>
    context.site.about?.encryptedLeaseImport === 'NO' && importsEncrypted(context, disk) === 'YES'
      ? `${disk.disk.label} belongs to an encrypted import, which ${context.site.name} refuses.`
      : null,
};
