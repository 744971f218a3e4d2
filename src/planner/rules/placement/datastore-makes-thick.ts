import { formatBytes } from '../../../domain/units.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreMakesThick: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.makes-thick',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A datastore makes thin disks thick',
  statements: [],
  citation: guide('Restore: thin disks on NFS may become thick'),
  remedy: 'Place the disk on a datastore that holds thin disks, or accept that it takes its whole capacity.',
  check: ({ disks, target }) =>
    disks
      .filter(
        ({ provisioning, place }) =>
          target.mode === 'NEW_VM' && provisioning === 'THIN' && place.datastore?.thinSupported === 'NO',
      )
      .map(({ subject, disk, place }) => ({
        subject,
        explanation: `${disk.label} was thin; on ${place.datastore?.name} it takes ${formatBytes(disk.capacityBytes)}.`,
      })),
};
