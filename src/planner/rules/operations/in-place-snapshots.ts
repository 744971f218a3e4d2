import { releaseNotes } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceSnapshots: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.snapshots',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM to overwrite has snapshots',
  statements: [],
  citation: releaseNotes('7.0.3.1', 'Delete older snapshots before a restore'),
  remedy: 'Delete the snapshots or let their owner do so: none is ever deleted by itself.',
  check: ({ machine }) => {
    if (machine === null) return [];
    const count = machine.snapshotCount ?? 0;
    if (count > 0) return [{ subject: 'vm', explanation: `${machine.name} has ${count} snapshots.` }];
    return machine.consolidationNeeded === 'YES'
      ? [{ subject: 'vm', explanation: `The disks of ${machine.name} need consolidation after a snapshot.` }]
      : [];
  },
};
