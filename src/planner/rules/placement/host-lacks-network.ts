import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostLacksNetwork: HostRule = {
  kind: 'HOST',
  id: 'host.lacks-network',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host does not have a network that the VM needs',
  statements: [],
  citation: vim('HostSystem.network'),
  remedy: 'Choose networks that one host has all of, or leave adapters disconnected.',
  reject: ({ networks, target }, host) => {
    if (target.mode === 'IN_PLACE') return null;
    const lacking = new Set<string>();
    for (const { network } of networks) {
      if (network !== null && !host.networkIds.includes(network.id)) lacking.add(network.name);
    }
    return lacking.size === 0 ? null : `Host ${host.name} does not have ${[...lacking].join(', ')}.`;
  },
};
