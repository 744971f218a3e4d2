import { releaseNotes } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vsanExpressSnapshot: VsphereRule = {
  kind: 'FINDING',
  id: 'vsan-express.snapshot',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'On vSAN ESA a disk with snapshots must not be overwritten',
  statements: [],
  citation: releaseNotes('8.0.1', 'vSAN ESA: no restore onto disks with snapshots'),
  remedy: 'Delete the snapshots of the VM first, or restore as a new VM.',
  check: ({ disks, machine }) =>
    disks
      .filter(
        ({ written, place }) =>
          place.datastore?.vsanExpress === 'YES' &&
          (written?.child === 'YES' || (written !== null && (machine?.snapshotCount ?? 0) > 0)),
      )
      .map(({ place, subject, written }) => ({
        subject,
        explanation: `${written?.label} lies on ${place.datastore?.name} (vSAN ESA) and has snapshots.`,
      })),
};
