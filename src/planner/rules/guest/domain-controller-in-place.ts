import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDomainControllerInPlace: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.domain-controller-in-place',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A domain controller would go back in time with its old generation id',
  statements: [],
  citation: vim('VirtualMachine generation id'),
  remedy:
    'Restore it as a new VM, which has a new generation id; with the old one its replication partners are damaged.',
  check: ({ target, point }) =>
    target.mode === 'IN_PLACE' && point.machine.domainController === 'YES'
      ? [
          {
            subject: 'vm',
            explanation: `Overwritten in place, ${point.vmName} does not see that it went back in time.`,
          },
        ]
      : [],
};
