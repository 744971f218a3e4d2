import { diskModeWhenWritten } from '../../vsphere/written-disk.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

const INDEPENDENT: ReadonlySet<string> = new Set(['independent_persistent', 'independent_nonpersistent']);

export const vddkIndependentDisk: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD'],
  id: 'vddk.independent-disk',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The library cannot open independent disks',
  statements: [],
  citation: releaseNotes('7.0', 'Independent disks are refused'),
  remedy:
    'Take the independent mode off the disk before the restore and set it again after; or use ' +
    'HTTP_NFC for a new VM.',
  reject: (context, { disk }) => {
    const mode = diskModeWhenWritten(context, disk);
    return mode !== null && INDEPENDENT.has(mode) ? `${disk.disk.label} is written in mode ${mode}.` : null;
  },
};
