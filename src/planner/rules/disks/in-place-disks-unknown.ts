import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceDisksUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.disks-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The disks of the VM to overwrite were not read',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the VM to overwrite.',
  check: ({ machine }) =>
    machine !== null && machine.disks === null
      ? [{ subject: 'vm', explanation: `Which disks ${machine.name} has now is not known.` }]
      : [],
};
