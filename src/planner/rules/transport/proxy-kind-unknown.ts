import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportProxyKindUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'HOTADD'],
  id: 'transport.proxy-kind-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a proxy is physical or virtual',
  statements: [],
  citation: guide('Transport methods'),
  remedy: 'Let the executor report again; it tells what it runs on.',
  reject: (_context, { executor }) =>
    executor.fact.proxy.machine === 'UNKNOWN'
      ? `Whether executor ${executor.name} is a physical or a virtual machine is not known.`
      : null,
};
