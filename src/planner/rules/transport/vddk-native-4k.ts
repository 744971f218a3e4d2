import { isAtLeast } from '../../vsphere/vsphere-release.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const vddkNative4k: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD'],
  id: 'vddk.native-4k',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A library older than 7.0 does not know sectors of 4 KiB',
  statements: [],
  citation: releaseNotes('7.0', 'Sector sizes of disks'),
  remedy: 'Install VDDK 7.0 or later on that executor.',
  reject: (_context, { disk, executor }) => {
    const { vddkVersion } = executor.fact.proxy;
    return disk.disk.logicalSectorBytes === 4096 && isAtLeast(vddkVersion, '7.0') === false
      ? `${disk.disk.label} has sectors of 4096 bytes, and executor ${executor.name} has VDDK ${vddkVersion}.`
      : null;
  },
};
