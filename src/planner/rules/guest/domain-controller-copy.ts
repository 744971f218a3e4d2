import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDomainControllerCopy: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.domain-controller-copy',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A copy of a domain controller must never meet its domain',
  statements: [],
  citation: vim('VirtualMachine generation id'),
  remedy: 'Keep the copy on a network of its own; it starts disconnected.',
  check: ({ target, point }) =>
    target.mode === 'NEW_VM' && target.purpose === 'COPY' && point.machine.domainController === 'YES'
      ? [{ subject: 'vm', explanation: `${target.placement.name} is a second ${point.vmName} in the same domain.` }]
      : [],
};
