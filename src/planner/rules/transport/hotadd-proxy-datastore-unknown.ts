import { datastoresOfProxy } from '../../vsphere/proxy-place.js';
import { vmfsFileLimitBytes } from '../../vsphere/storage-kind.js';
import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddProxyDatastoreUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.proxy-datastore-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows on what the HotAdd proxy lies',
  statements: ['S17'],
  citation: tips('Deploy the proxy on VMFS-6 or VMFS-5 volumes'),
  remedy: 'Refresh the site in which the proxy lives, or use NBDSSL.',
  reject: ({ site }, { executor }) => {
    if (executor.fact.proxy.machine !== 'VIRTUAL') return null;
    const ids = executor.fact.proxy.virtualMachine?.datastoreIds ?? null;
    if (ids === null || ids.length === 0) return `On which datastores proxy ${executor.name} lies is not known.`;
    const open = datastoresOfProxy(site, executor).filter(
      ({ datastore, kind }) =>
        datastore === null || kind === 'UNKNOWN' || (kind === 'VMFS' && vmfsFileLimitBytes(datastore) === null),
    );
    return open.length === 0
      ? null
      : `What proxy ${executor.name} lies on (${open.map(({ name }) => name).join(', ')}) is not known well enough.`;
  },
};
