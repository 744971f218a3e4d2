import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const controllerBusSharedInPlace: VsphereRule = {
  kind: 'FINDING',
  id: 'controller.bus-shared-in-place',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM to overwrite shares a SCSI bus',
  statements: [],
  citation: vim('VirtualSCSISharing'),
  remedy: 'Power off every VM on that bus, take the bus sharing away, restore, and set it again.',
  check: ({ machine }) =>
    machine?.sharesBus === 'YES'
      ? [{ subject: 'vm', explanation: `${machine.name} shares a SCSI bus with other VMs.` }]
      : [],
};
