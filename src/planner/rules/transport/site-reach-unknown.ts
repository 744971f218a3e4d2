import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportSiteReachUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'],
  id: 'transport.site-reach-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether an executor reaches the site',
  statements: [],
  citation: guide('TCP ports: 443 to vCenter Server'),
  remedy: 'Let the executor try the site and report again.',
  reject: ({ site }, { executor }) =>
    executor.fact.proxy.reachesSite === 'UNKNOWN'
      ? `Whether executor ${executor.name} reaches ${site.name} on 443 is not known.`
      : null,
};
