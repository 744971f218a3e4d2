import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDomainController: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.domain-controller',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The VM is a domain controller',
  statements: [],
  citation: vim('VirtualMachine generation id'),
  remedy:
    'After the start look at replication and the RID pool: the new generation id makes it discard what it handed out.',
  check: ({ target, point }) =>
    target.mode === 'NEW_VM' && target.purpose !== 'COPY' && point.machine.domainController === 'YES'
      ? [
          {
            subject: 'vm',
            explanation: `${point.vmName} comes back with a new generation id, as a domain controller must.`,
          },
        ]
      : [],
};
