import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceMachineUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.machine-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows the VM that is to be overwritten',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site with the VM to overwrite named; if it is gone, restore as a new VM.',
  check: ({ target, machine, site }) =>
    target.mode === 'IN_PLACE' && machine === null
      ? [{ subject: 'vm', explanation: `${site.name} did not tell of VM ${target.machineId ?? 'that was not named'}.` }]
      : [],
};
