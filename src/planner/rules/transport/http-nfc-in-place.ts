import { vim } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const httpNfcInPlace: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['HTTP_NFC'],
  id: 'http-nfc.in-place',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'A lease imports new VMs and writes none in place',
  statements: [],
  citation: vim('ResourcePool.ImportVApp'),
  remedy: 'Use HotAdd or NBDSSL, or restore as a new VM.',
  reject: ({ target }, { disk }) =>
    target.mode === 'IN_PLACE' ? `${disk.disk.label} is to be overwritten, and a lease writes new disks alone.` : null,
};
