import { busWhenWritten } from '../../vsphere/written-disk.js';
import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddIdeDisk: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['HOTADD'],
  id: 'hotadd.ide-disk',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'HotAdd does not work for IDE disks',
  statements: ['S18'],
  citation: tips('HotAdd is a SCSI feature'),
  remedy: 'Use NBDSSL for this disk, or SAN.',
  reject: (context, { disk }) =>
    busWhenWritten(context, disk) === 'IDE' ? `${disk.disk.label} is an IDE disk.` : null,
};
