import { isScsi } from '../../vsphere/hotadd-slots.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddFirstDiskUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.first-disk-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a HotAdd proxy has a disk on SCSI controller 0',
  statements: [],
  citation: guide('HotAdd transport: the proxy needs a disk on SCSI 0'),
  remedy: 'Refresh the site in which the proxy lives, or use NBDSSL.',
  reject: (_context, { executor }) => {
    const controllers = executor.fact.proxy.virtualMachine?.controllers ?? null;
    if (controllers === null) return null;
    const first = controllers.filter(({ busNumber, type }) => busNumber === 0 && isScsi(type) !== 'NO');
    if (first.some(({ hasDisk, type }) => hasDisk === 'YES' && isScsi(type) === 'YES')) return null;
    return first.every(({ hasDisk, type }) => hasDisk === 'NO' && isScsi(type) === 'YES')
      ? null
      : `Whether proxy ${executor.name} has a disk on SCSI controller 0 is not known.`;
  },
};
