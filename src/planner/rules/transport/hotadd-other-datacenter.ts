import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddOtherDatacenter: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.other-datacenter',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A HotAdd proxy lives in another datacenter',
  statements: [],
  citation: guide('HotAdd transport: proxy and target in the same datacenter'),
  remedy: 'Use a proxy in the datacenter of the target, or NBDSSL.',
  reject: ({ host }, { executor }) => {
    const mine = executor.fact.proxy.virtualMachine?.datacenterId ?? null;
    const wanted = host?.datacenterId ?? null;
    return mine !== null && wanted !== null && mine !== wanted
      ? `Proxy ${executor.name} is in datacenter ${mine}, host ${host?.name} in ${wanted}.`
      : null;
  },
};
