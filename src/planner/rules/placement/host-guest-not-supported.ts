import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostGuestNotSupported: HostRule = {
  kind: 'HOST',
  id: 'host.guest-not-supported',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host does not know the guest system of the VM',
  statements: [],
  citation: vim('GuestOsDescriptor.id'),
  remedy: 'Choose a host whose release knows the guest system; a VM of an unknown one is refused or does not start.',
  reject: ({ point, target }, host) => {
    const { guestId, guestFullName } = point.machine;
    if (target.mode === 'IN_PLACE' || guestId === null || host.guestIds === null || host.guestIds.includes(guestId)) {
      return null;
    }
    return `Host ${host.name} does not know guest system ${guestId} (${guestFullName ?? 'no name kept'}).`;
  },
};
