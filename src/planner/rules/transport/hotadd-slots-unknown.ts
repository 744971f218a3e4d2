import { hotaddSlots } from '../../vsphere/hotadd-slots.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddSlotsUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.slots-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a HotAdd proxy has a free SCSI slot',
  statements: [],
  citation: releaseNotes('8.0.2.1', 'Failed to find free slots for HotAdd'),
  remedy: 'Refresh the site in which the proxy lives, so that its controllers are known.',
  reject: (_context, { executor }) => {
    if (executor.fact.proxy.machine !== 'VIRTUAL') return null;
    const slots = hotaddSlots(executor);
    if (slots !== null && (slots.free > 0 || !slots.mayBeMore)) return null;
    return `The free slots of proxy ${executor.name} are not known.`;
  },
};
