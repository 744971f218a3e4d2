import { placeName } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddReachUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.reach-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the host of a HotAdd proxy reaches a datastore',
  statements: [],
  citation: guide('HotAdd transport: the proxy needs access to the datastore'),
  remedy: 'Refresh the site in which the proxy lives, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    if (executor.fact.proxy.machine !== 'VIRTUAL') return null;
    const reached = executor.fact.proxy.virtualMachine?.reachableDatastoreIds ?? null;
    return reached === null || disk.place.id === null
      ? `Whether the host of proxy ${executor.name} reaches datastore ${placeName(disk)} is not known.`
      : null;
  },
};
