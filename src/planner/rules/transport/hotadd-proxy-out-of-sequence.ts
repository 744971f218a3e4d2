import { scsiBusNumbers } from '../../vsphere/hotadd-slots.js';
import { executorsOf } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const hotaddProxyOutOfSequence: VsphereRule = {
  kind: 'FINDING',
  id: 'hotadd.proxy-out-of-sequence',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'SCSI controllers of a HotAdd proxy are not numbered in sequence',
  statements: ['S33'],
  citation: tips('Add virtual disks in numeric sequence'),
  remedy: 'Give the proxy controllers 0, 1, 2 and so on without a gap, each with a small disk of its own.',
  check: ({ ways }) =>
    executorsOf(ways, 'HOTADD').flatMap((executor) => {
      const numbers = scsiBusNumbers(executor);
      if (numbers === null || numbers.every((busNumber, position) => busNumber === position)) return [];
      const explanation = `Proxy ${executor.name} has SCSI controllers ${numbers.join(', ')}: HotAdd may stumble.`;
      return [{ subject: executor.subject, explanation }];
    }),
};
