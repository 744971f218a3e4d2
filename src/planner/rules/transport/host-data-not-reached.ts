import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const nbdHostNotReached: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['NBDSSL', 'NBD'],
  id: 'nbd.host-not-reached',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'An executor does not reach the hosts on the NFC port',
  statements: [],
  citation: guide('TCP ports: 902 to the ESXi hosts'),
  remedy: 'Open TCP port 902 from the executor to the hosts, or use an executor that reaches them.',
  reject: ({ site }, { executor }) =>
    executor.fact.proxy.reachesHostData === 'NO'
      ? `Executor ${executor.name} does not reach the hosts of ${site.name} on 902.`
      : null,
};
