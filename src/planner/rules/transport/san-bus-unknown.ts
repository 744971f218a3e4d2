import { busWhenWritten } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanBusUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.bus-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether SAN works for the bus of a disk',
  statements: [],
  citation: guide('Transport methods: SAN and controller types'),
  remedy: 'Use NBDSSL for this disk; SAN is described for SCSI, SATA and IDE disks.',
  reject: (context, { disk }) => {
    const bus = busWhenWritten(context, disk);
    if (bus === 'SCSI' || bus === 'SATA' || bus === 'IDE') return null;
    return bus === 'NVME'
      ? `${disk.disk.label} is an NVMe disk, for which SAN is not described.`
      : `On which kind of bus ${disk.disk.label} is written is not known.`;
  },
};
