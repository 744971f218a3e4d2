import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddOtherSite: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.other-site',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A HotAdd proxy lives under another vCenter',
  statements: [],
  citation: guide('HotAdd transport: proxy and target under the same vCenter Server'),
  remedy: 'Use a proxy inside the target vCenter, or NBDSSL.',
  reject: ({ site }, { executor }) => {
    const siteId = executor.fact.proxy.virtualMachine?.siteId ?? null;
    return siteId !== null && siteId !== site.siteId
      ? `Proxy ${executor.name} is a VM of site ${siteId}, not of ${site.name}.`
      : null;
  },
};
