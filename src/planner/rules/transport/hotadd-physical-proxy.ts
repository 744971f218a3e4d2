import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddPhysicalProxy: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.physical-proxy',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'HotAdd needs a virtual proxy',
  statements: [],
  citation: guide('HotAdd transport: the proxy is a virtual machine'),
  remedy: 'Use an executor inside a VM of that vCenter, or SAN or NBDSSL through this one.',
  reject: (_context, { executor }) =>
    executor.fact.proxy.machine === 'PHYSICAL' ? `Executor ${executor.name} is a physical machine.` : null,
};
