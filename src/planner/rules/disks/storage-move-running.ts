import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceStorageMoveRunning: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.storage-move-running',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The storage of the VM to overwrite is being moved',
  statements: ['S01'],
  citation: tips('PrepareForAccess and EndAccess'),
  remedy: 'Wait until the move has ended and plan again: its disks will lie elsewhere.',
  check: ({ machine }) =>
    machine?.storageMoveRunning === 'YES'
      ? [
          {
            subject: 'vm',
            explanation: `${machine.name} is being moved; PrepareForAccess waits ten minutes for that at most.`,
          },
        ]
      : [],
};
