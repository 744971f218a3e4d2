import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const nbdNamesNotResolved: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['NBDSSL', 'HTTP_NFC'],
  id: 'nbd.names-not-resolved',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Host names do not resolve both ways on an executor',
  statements: [],
  citation: guide('NBDSSL: certificates are checked against resolved names'),
  remedy: 'Put the hosts into DNS with forward and reverse entries as the executor sees them.',
  reject: (_context, { executor }) =>
    executor.fact.proxy.namesResolve === 'NO'
      ? `Names of the hosts do not resolve both ways on executor ${executor.name}, so no certificate can be checked.`
      : null,
};
