import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportSiteNotReached: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'],
  id: 'transport.site-not-reached',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'An executor does not reach the site',
  statements: [],
  citation: guide('TCP ports: 443 to vCenter Server'),
  remedy: 'Open TCP port 443 from the executor to the site, or use an executor that reaches it.',
  reject: ({ site }, { executor }) =>
    executor.fact.proxy.reachesSite === 'NO' ? `Executor ${executor.name} does not reach ${site.name} on 443.` : null,
};
