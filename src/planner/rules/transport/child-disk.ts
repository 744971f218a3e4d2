import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportChildDisk: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'DATASTORE_HTTP'],
  id: 'transport.child-disk',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A way that writes base disks alone cannot write a child disk',
  statements: ['S05'],
  citation: tips('SAN transport does not support writing to redo logs'),
  remedy: 'Use HotAdd or NBDSSL, which write the leaf, or restore as a new VM, whose disks are base disks.',
  reject: (_context, { disk, transport }) =>
    disk.child === 'YES'
      ? `${disk.disk.label} would be written onto a child disk, which ${transport} cannot do.`
      : null,
};
