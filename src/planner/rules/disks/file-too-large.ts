import { formatBytes } from '../../../domain/units.js';
import { fileLimitBytes } from '../../vsphere/storage-kind.js';
import { maximums } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreFileTooLarge: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.file-too-large',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A datastore cannot hold a file of the size of a disk',
  statements: [],
  citation: maximums('VMFS: largest file by version and block size'),
  remedy: 'Place the disk on a VMFS-6 datastore, or on a VMFS-3 one with larger blocks.',
  check: ({ disks, target }) =>
    disks.flatMap(({ disk, place, subject }) => {
      const limit = place.datastore === null || target.mode === 'IN_PLACE' ? null : fileLimitBytes(place.datastore);
      if (limit === null || disk.capacityBytes <= limit) return [];
      const holds = `${place.datastore?.name} holds files of up to ${formatBytes(limit)}`;
      return [{ subject, explanation: `${disk.label} has ${formatBytes(disk.capacityBytes)}, and ${holds}.` }];
    }),
};
