import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestSuspendedStateLost: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.suspended-state-lost',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'The VM was suspended, and its memory is not in the backup',
  statements: [],
  citation: guide('Restore: memory state'),
  remedy: null,
  check: ({ point }) =>
    point.machine.powerState === 'suspended'
      ? [{ subject: 'power-on', explanation: `${point.vmName} starts cold: what it held in memory is lost.` }]
      : [],
};
