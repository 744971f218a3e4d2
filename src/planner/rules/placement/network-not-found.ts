import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const networkNotFound: VsphereRule = {
  kind: 'FINDING',
  id: 'network.not-found',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A network of the VM is not found at the target',
  statements: [],
  citation: vim('VirtualEthernetCard backing'),
  remedy: 'Name a network of the target for this adapter, or leave the adapter disconnected.',
  check: ({ networks, site, target }) =>
    networks
      .filter(({ how }) => target.mode === 'NEW_VM' && (how === 'NOT_FOUND' || how === 'AMBIGUOUS'))
      .map(({ adapter, how }) => {
        const wanted = adapter.networkName ?? adapter.network ?? 'an unnamed network';
        const what = how === 'AMBIGUOUS' ? `has several networks named ${wanted}` : `has no network ${wanted}`;
        return {
          subject: `network:${adapter.deviceKey}`,
          explanation: `${adapter.label ?? `Adapter ${adapter.deviceKey}`}: ${site.name} ${what}.`,
        };
      }),
};
