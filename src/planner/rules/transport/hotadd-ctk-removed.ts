import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const hotaddCtkRemoved: VsphereRule = {
  kind: 'FINDING',
  id: 'hotadd.ctk-removed',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Cleanup after HotAdd may remove the change tracking file',
  statements: ['S20', 'S21'],
  citation: tips('Cleanup might cause improper removal of the change tracking file'),
  remedy:
    'Power the VM off and on once before its next incremental backup; until then its change tracking ' +
    'is not trusted.',
  check: ({ changeTracking, target, ways }) =>
    target.mode === 'IN_PLACE' && changeTracking.offBefore && ways.some(({ transport }) => transport === 'HOTADD')
      ? [
          {
            subject: 'vm',
            explanation: `Disks of ${target.placement.name} are attached to a proxy and released again.`,
          },
        ]
      : [],
};
