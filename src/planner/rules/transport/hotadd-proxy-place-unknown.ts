import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddProxyPlaceUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.proxy-place-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a HotAdd proxy is where the target is',
  statements: [],
  citation: guide('HotAdd transport: proxy and target in the same datacenter'),
  remedy: 'Refresh the site in which the proxy lives, or use NBDSSL.',
  reject: ({ host }, { executor }) => {
    const { machine, virtualMachine } = executor.fact.proxy;
    if (machine !== 'VIRTUAL') return null;
    const open: string[] = [];
    if ((virtualMachine?.siteId ?? null) === null) open.push('its vCenter');
    if ((virtualMachine?.datacenterId ?? null) === null) open.push('its datacenter');
    if (host !== null && host.datacenterId === null) open.push(`the datacenter of host ${host.name}`);
    return open.length === 0 ? null : `Where proxy ${executor.name} is, is not known: ${open.join(', ')}.`;
  },
};
