import { storageKind } from '../../vsphere/storage-kind.js';
import { releaseNotes } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vsanExpressUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'vsan-express.unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a disk with snapshots to overwrite lies on vSAN ESA',
  statements: [],
  citation: releaseNotes('8.0.1', 'vSAN ESA: no restore onto disks with snapshots'),
  remedy: 'Refresh the site and the VM to overwrite.',
  check: ({ disks, machine }) =>
    disks.flatMap(({ written, place, subject }) => {
      if (written === null || storageKind(place.datastore) !== 'VSAN') return [];
      const express = place.datastore?.vsanExpress ?? 'UNKNOWN';
      const without = written.child === 'NO' && machine?.snapshotCount === 0;
      const has = written.child === 'YES' || (machine?.snapshotCount ?? 0) > 0;
      if (express === 'NO' || without || (express === 'YES' && has)) return [];
      const what =
        express === 'UNKNOWN'
          ? `whether ${place.datastore?.name} is vSAN ESA`
          : `whether ${written.label} has snapshots`;
      return [{ subject, explanation: `It is not known ${what}.` }];
    }),
};
