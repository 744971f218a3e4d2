import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const nbdHostReachUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['NBDSSL', 'NBD'],
  id: 'nbd.host-reach-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether an executor reaches the hosts on the NFC port',
  statements: [],
  citation: guide('TCP ports: 902 to the ESXi hosts'),
  remedy: 'Let the executor try the hosts on 902 and report again.',
  reject: ({ site }, { executor }) =>
    executor.fact.proxy.reachesHostData === 'UNKNOWN'
      ? `Whether executor ${executor.name} reaches the hosts of ${site.name} on 902 is not known.`
      : null,
};
