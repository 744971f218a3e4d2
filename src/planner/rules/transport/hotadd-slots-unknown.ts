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
    const { machine, virtualMachine } = executor.fact.proxy;
    if (machine !== 'VIRTUAL') return null;
    const controllers = virtualMachine?.controllers ?? null;
    if (controllers?.some(({ freeSlots }) => freeSlots !== null && freeSlots > 0) === true) return null;
    const told = controllers !== null && controllers.every(({ freeSlots }) => freeSlots === 0);
    return told ? null : `The free slots of proxy ${executor.name} are not known.`;
  },
};
