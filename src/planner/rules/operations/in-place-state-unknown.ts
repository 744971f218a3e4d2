import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceStateUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.state-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Too little is known of the VM to overwrite',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site with the VM to overwrite named.',
  check: ({ machine }) => {
    if (machine === null) return [];
    const open: string[] = [];
    if (machine.snapshotCount === null) open.push('how many snapshots it has');
    if (machine.consolidationNeeded === 'UNKNOWN') open.push('whether its disks need consolidation');
    if (machine.template === 'UNKNOWN') open.push('whether it is a template');
    if (machine.storageMoveRunning === 'UNKNOWN') open.push('whether its storage is being moved');
    if (machine.firmware === 'UNKNOWN') open.push('what firmware it has');
    if (open.length === 0) return [];
    return [{ subject: 'vm', explanation: `Of ${machine.name} nobody knows ${open.join(', ')}.` }];
  },
};
