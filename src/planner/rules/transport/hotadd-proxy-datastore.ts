import { formatBytes } from '../../../domain/units.js';
import { datastoresOfProxy } from '../../vsphere/proxy-place.js';
import { vmfsFileLimitBytes } from '../../vsphere/storage-kind.js';
import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddProxyDatastore: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.proxy-datastore',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VMFS-3 datastore of a HotAdd proxy cannot serve a disk of this size',
  statements: ['S17'],
  citation: tips('Deploy the proxy on VMFS-6 or VMFS-5 volumes'),
  remedy: 'Move the proxy to a VMFS-6 or VMFS-5 datastore, or to a VMFS-3 one with larger blocks; or use ' + 'NBDSSL.',
  reject: ({ site }, { disk, executor }) => {
    const { capacityBytes, label } = disk.disk;
    for (const { name, datastore, kind } of datastoresOfProxy(site, executor)) {
      if (kind !== 'VMFS' || datastore === null) continue;
      const limit = vmfsFileLimitBytes(datastore);
      if (limit === null || capacityBytes <= limit) continue;
      const blocks = formatBytes(datastore.vmfsBlockSizeBytes ?? 0);
      return (
        `Proxy ${executor.name} lies on ${name}, VMFS-${datastore.vmfsMajorVersion} with blocks of ${blocks}: it ` +
        `serves disks of up to ${formatBytes(limit)}, and ${label} has ${formatBytes(capacityBytes)}.`
      );
    }
    return null;
  },
};
