import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nbdInClear: VsphereRule = {
  kind: 'FINDING',
  id: 'nbd.in-clear',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The data of a disk crosses the network in clear',
  statements: [],
  citation: guide('Transport methods: NBD and NBDSSL'),
  remedy: 'Use NBDSSL; a newer library may turn plain NBD into it by itself, which is no drift.',
  check: ({ ways }) =>
    ways
      .filter(({ transport }) => transport === 'NBD')
      .map(({ situation, executor }) => ({
        subject: situation.subject,
        explanation: `${situation.disk.label} goes by plain NBD from executor ${executor?.name}, as was asked for.`,
      })),
};
