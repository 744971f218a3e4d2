import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const controllerOutOfSequence: VsphereRule = {
  kind: 'FINDING',
  id: 'controller.out-of-sequence',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A SCSI controller breaks the sequence of bus numbers',
  statements: ['S33'],
  citation: tips('Add virtual disks in numeric sequence'),
  remedy: 'Nothing for this restore: the numbering is kept. Close the gap in the guest when HotAdd of this VM fails.',
  check: ({ controllers }) =>
    controllers
      .filter(({ outOfSequence }) => outOfSequence)
      .map(({ key, busNumber }) => ({
        subject: `controller:${key}`,
        explanation: `SCSI controller ${busNumber} follows a gap; it is made as it was, and HotAdd may stumble.`,
      })),
};
