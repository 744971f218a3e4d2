import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestVmService: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.vm-service',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The VM Service of a Supervisor owns the VM',
  statements: [],
  citation: own('VM Service'),
  remedy:
    'Pause the automatic registration of the Supervisor (15 minutes) until the restore has ended; revert no snapshot.',
  check: ({ target, point }) => {
    if (point.machine.vmService !== 'YES') return [];
    const explanation =
      target.mode === 'NEW_VM' && target.purpose === 'COPY'
        ? 'Its copy comes without the vmservice keys and is an ordinary VM, unknown to the Supervisor.'
        : 'Its vmservice keys are kept; the Supervisor may register it while disks are still being written.';
    return [{ subject: 'vm', explanation }];
  },
};
