import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlacePoweredOn: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.powered-on',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM to overwrite is not powered off',
  statements: [],
  citation: guide('Restore: power off the virtual machine first'),
  remedy: 'Shut the guest down and power the VM off; it is never powered off by itself.',
  check: ({ target, machine }) =>
    target.mode === 'IN_PLACE' && machine !== null && machine.powerState !== 'poweredOff'
      ? [{ subject: 'vm', explanation: `${machine.name} is ${machine.powerState}.` }]
      : [],
};
