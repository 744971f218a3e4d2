import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDomainControllerUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.domain-controller-unknown',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Whether a Windows guest is a domain controller is not known',
  statements: [],
  citation: vim('VirtualMachine generation id'),
  remedy: 'Ask its owner; a domain controller is restored as a new VM and never in place.',
  check: ({ target, point }) => {
    const { domainController, guestId } = point.machine;
    const windows = guestId === null || guestId.startsWith('win');
    return target.mode === 'IN_PLACE' && domainController === 'UNKNOWN' && windows
      ? [{ subject: 'vm', explanation: `${point.vmName} keeps its generation id in place.` }]
      : [];
  },
};
