import { diskModeWhenWritten } from '../../vsphere/written-disk.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

const KNOWN: ReadonlySet<string> = new Set([
  'persistent',
  'nonpersistent',
  'undoable',
  'append',
  'independent_persistent',
  'independent_nonpersistent',
]);

export const vddkDiskModeUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD'],
  id: 'vddk.disk-mode-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a disk is independent',
  statements: [],
  citation: releaseNotes('7.0', 'Independent disks are refused'),
  remedy: 'Refresh the VM to overwrite, or record the point again with a whole ConfigInfo.',
  reject: (context, { disk }) => {
    const mode = diskModeWhenWritten(context, disk);
    if (mode !== null && KNOWN.has(mode)) return null;
    return `The mode in which ${disk.disk.label} is written is ${mode === null ? 'not known' : `"${mode}"`}.`;
  },
};
