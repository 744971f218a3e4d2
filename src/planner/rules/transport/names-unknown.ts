import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const nbdNamesUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['NBDSSL', 'HTTP_NFC'],
  id: 'nbd.names-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether host names resolve both ways on an executor',
  statements: [],
  citation: guide('NBDSSL: certificates are checked against resolved names'),
  remedy: 'Let the executor resolve the names of the hosts and report again.',
  reject: (_context, { executor }) =>
    executor.fact.proxy.namesResolve === 'UNKNOWN'
      ? `Whether names of the hosts resolve both ways on executor ${executor.name} is not known.`
      : null,
};
