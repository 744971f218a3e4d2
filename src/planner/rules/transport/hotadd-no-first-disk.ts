import { isScsi } from '../../vsphere/hotadd-slots.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddNoFirstDisk: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.no-first-disk',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A HotAdd proxy has no disk on its SCSI controller 0',
  statements: [],
  citation: guide('HotAdd transport: the proxy needs a disk on SCSI 0'),
  remedy: 'Give the proxy a small disk on SCSI 0, or use NBDSSL.',
  reject: (_context, { executor }) => {
    const controllers = executor.fact.proxy.virtualMachine?.controllers ?? null;
    if (controllers === null) return null;
    const first = controllers.filter(({ busNumber, type }) => busNumber === 0 && isScsi(type) !== 'NO');
    return first.every(({ hasDisk, type }) => hasDisk === 'NO' && isScsi(type) === 'YES')
      ? `Proxy ${executor.name} has no disk on SCSI controller 0.`
      : null;
  },
};
