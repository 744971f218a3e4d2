import { fileLimitBytes } from '../../vsphere/storage-kind.js';
import { maximums } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreFileLimitUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.file-limit-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows how large a file a datastore can hold',
  statements: [],
  citation: maximums('VMFS: largest file by version and block size'),
  remedy: 'Refresh the site.',
  check: ({ disks, target }) =>
    disks
      .filter(
        ({ place }) => target.mode === 'NEW_VM' && place.datastore !== null && fileLimitBytes(place.datastore) === null,
      )
      .map(({ disk, place, subject }) => ({
        subject,
        explanation: `Whether ${place.datastore?.name} can hold ${disk.label} in one file is not known.`,
      })),
};
