import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestTemplate: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.template',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The VM was a template',
  statements: [],
  citation: vim('VirtualMachine.MarkAsTemplate'),
  remedy: null,
  check: ({ target, point }) =>
    target.mode === 'NEW_VM' && point.machine.template === 'YES'
      ? [{ subject: 'vm', explanation: 'It is made as a VM, written, marked as a template last, and not powered on.' }]
      : [],
};
