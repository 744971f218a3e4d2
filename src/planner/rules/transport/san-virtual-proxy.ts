import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanVirtualProxy: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN'],
  id: 'san.virtual-proxy',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'SAN needs a physical proxy',
  statements: [],
  citation: guide('Transport methods: SAN transport needs a physical proxy'),
  remedy: 'Use a physical executor on the fabric, or HotAdd through this one.',
  reject: (_context, { executor }) =>
    executor.fact.proxy.machine === 'VIRTUAL' ? `Executor ${executor.name} is a virtual machine.` : null,
};
