import { busWhenWritten } from '../../vsphere/written-disk.js';
import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddBusUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['HOTADD'],
  id: 'hotadd.bus-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether HotAdd works for the bus of a disk',
  statements: ['S18'],
  citation: tips('HotAdd is a SCSI feature'),
  remedy: 'Use NBDSSL for this disk; HotAdd is described for SCSI, and other controller types than NVMe ' + 'work too.',
  reject: (context, { disk }) => {
    const bus = busWhenWritten(context, disk);
    if (bus === 'SCSI' || bus === 'SATA' || bus === 'IDE') return null;
    return bus === 'NVME'
      ? `${disk.disk.label} is an NVMe disk, for which HotAdd is not described.`
      : `On which kind of bus ${disk.disk.label} is written is not known.`;
  },
};
