import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportChildUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'DATASTORE_HTTP'],
  id: 'transport.child-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the disk to write is a child disk',
  statements: ['S05'],
  citation: tips('SAN transport does not support writing to redo logs'),
  remedy: 'Refresh the VM to overwrite, or use HotAdd or NBDSSL.',
  reject: (_context, { disk, transport }) =>
    disk.child === 'UNKNOWN'
      ? `Whether ${disk.disk.label} would be written onto a child disk is not known, and ${transport} cannot do that.`
      : null,
};
