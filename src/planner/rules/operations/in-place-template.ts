import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceTemplate: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.template',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM to overwrite is a template',
  statements: [],
  citation: vim('VirtualMachine.MarkAsVirtualMachine'),
  remedy: 'Convert the template to a VM first, or restore as a new VM.',
  check: ({ machine }) =>
    machine?.template === 'YES'
      ? [{ subject: 'vm', explanation: `${machine.name} is a template and cannot be written.` }]
      : [],
};
