import { importsEncrypted } from '../../vsphere/lease-import.js';
import { vim } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const httpNfcEncryptedUnproven: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['HTTP_NFC'],
  id: 'http-nfc.encrypted-unproven',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody has proven that the site imports encrypted VMs by lease',
  statements: [],
  citation: vim('ResourcePool.ImportVApp'),
  remedy:
    'Use NBDSSL, or HotAdd through an encrypted proxy; or prove a lease import of an encrypted VM on ' + 'that site.',
  reject: (context, { disk }) => {
    const proven = context.site.about?.encryptedLeaseImport ?? 'UNKNOWN';
    const encrypted = importsEncrypted(context, disk);
    if (proven === 'YES' || encrypted === 'NO' || (proven === 'NO' && encrypted === 'YES')) return null;
    return encrypted === 'YES'
      ? `Whether ${context.site.name} imports encrypted VMs by lease is not proven.`
      : `Whether ${disk.disk.label} or its VM is encrypted is not known, and such an import is not proven.`;
  },
};
