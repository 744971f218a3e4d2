import { knowledgeBase } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddNfs3OtherHost: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.nfs3-other-host',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'HotAdd on NFS 3 needs proxy and target on one host',
  statements: [],
  citation: knowledgeBase(2010953, 'HotAdd and NFS version 3'),
  remedy: 'Run the proxy on the host of the target, or use NBDSSL.',
  reject: ({ host }, { disk, executor }) => {
    if (disk.place.datastore?.type.toUpperCase() !== 'NFS') return null;
    const mine = executor.fact.proxy.virtualMachine?.hostId ?? null;
    return mine !== null && host !== null && mine !== host.id
      ? `${disk.place.datastore.name} is NFS 3, and proxy ${executor.name} does not run on host ${host.name}.`
      : null;
  },
};
