import { knowledgeBase } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddNfs3HostUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.nfs3-host-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a HotAdd proxy runs on the host of an NFS 3 disk',
  statements: [],
  citation: knowledgeBase(2010953, 'HotAdd and NFS version 3'),
  remedy: 'Refresh the site in which the proxy lives, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    if (disk.place.datastore?.type.toUpperCase() !== 'NFS' || executor.fact.proxy.machine !== 'VIRTUAL') return null;
    return (executor.fact.proxy.virtualMachine?.hostId ?? null) === null
      ? `Datastore ${disk.place.datastore.name} is NFS 3, and the host of proxy ${executor.name} is not known.`
      : null;
  },
};
