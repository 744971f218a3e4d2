import { hotaddSlots } from '../../vsphere/hotadd-slots.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddNoFreeSlot: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.no-free-slot',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A HotAdd proxy has no free SCSI slot',
  statements: [],
  citation: releaseNotes('8.0.2.1', 'Failed to find free slots for HotAdd'),
  remedy: 'Detach disks from the proxy, or add a PVSCSI controller to it that holds a small disk of its own.',
  reject: (_context, { executor }) => {
    const slots = hotaddSlots(executor);
    if (slots === null || slots.free > 0 || slots.mayBeMore) return null;
    return `No SCSI controller of proxy ${executor.name} has a free slot.`;
  },
};
