import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreSwapUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.swap-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows how large the swap file of the VM becomes',
  statements: [],
  citation: own('Space at the target'),
  remedy: 'Record the point again with a complete ConfigInfo, which tells the memory.',
  check: ({ target, point, home }) =>
    target.mode === 'NEW_VM' && point.machine.memoryMiB === null
      ? [
          {
            subject: `datastore:${home.datastore?.name ?? home.id ?? 'not known'}`,
            explanation: 'The memory of the VM is not known, and so neither is the size of its swap file.',
          },
        ]
      : [],
};
