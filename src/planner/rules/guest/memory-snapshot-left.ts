import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestMemorySnapshotLeft: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.memory-snapshot-left',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A memory snapshot of the VM is not in the backup',
  statements: [],
  citation: guide('Restore: memory state'),
  remedy: null,
  check: ({ point }) =>
    point.machine.memoryState === 'YES' && point.machine.powerState !== 'suspended'
      ? [{ subject: 'vm', explanation: `${point.vmName} comes back without its memory snapshots and starts cold.` }]
      : [],
};
