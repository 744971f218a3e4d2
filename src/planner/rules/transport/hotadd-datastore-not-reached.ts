import { placeName } from '../../vsphere/written-disk.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddDatastoreNotReached: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.datastore-not-reached',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The host of a HotAdd proxy does not reach a datastore',
  statements: [],
  citation: guide('HotAdd transport: the proxy needs access to the datastore'),
  remedy: 'Mount the datastore on the host of the proxy, move the proxy, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    const reached = executor.fact.proxy.virtualMachine?.reachableDatastoreIds ?? null;
    const { id } = disk.place;
    return reached !== null && id !== null && !reached.includes(id)
      ? `The host of proxy ${executor.name} does not reach datastore ${placeName(disk)}.`
      : null;
  },
};
