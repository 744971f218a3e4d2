import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceHeldUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.held-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether another product holds the VM to overwrite',
  statements: ['S01'],
  citation: vim('VirtualMachine.disabledMethod'),
  remedy: 'Refresh the VM to overwrite.',
  check: ({ machine }) =>
    machine !== null && machine.disabledMethods === null
      ? [{ subject: 'vm', explanation: `Whether somebody switched methods of ${machine.name} off is not known.` }]
      : [],
};
