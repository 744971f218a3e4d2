import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostGuestUnknown: HostRule = {
  kind: 'HOST',
  id: 'host.guest-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a host runs the guest system of the VM',
  statements: [],
  citation: vim('GuestOsDescriptor.id'),
  remedy: 'Refresh the site; where the point lacks the guest id, record it again.',
  reject: ({ point, target }, host) => {
    if (target.mode === 'IN_PLACE') return null;
    if (point.machine.guestId === null) return 'The guest id of the VM is not known.';
    return host.guestIds === null ? `What guest systems host ${host.name} runs is not known.` : null;
  },
};
