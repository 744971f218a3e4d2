import { bootAfterRegeneration, decidePowerOn } from '../../vsphere/decide-components.js';
import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const startNotPossible: VsphereRule = {
  kind: 'FINDING',
  id: 'start.not-possible',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM would not start after the restore',
  statements: ['S36'],
  citation: own('Whether a VM starts is told before a byte moves'),
  remedy: 'Make available what the explanation names, or choose a point that does not need it.',
  check: (context) => {
    // Keys that wait or are refused, and boot keys of its own, are told by rules of their own.
    const told = keyDecisionsOf(context).some(
      ({ decision }) =>
        decision.way === 'WAIT' ||
        decision.way === 'REFUSED' ||
        (decision.way === 'PRESENT_KEYS' && decision.availability?.state === 'CURABLE'),
    );
    const { outcome, reason } = decidePowerOn(context);
    if (outcome !== 'WILL_NOT_START' || told || bootAfterRegeneration(context) === 'NO') return [];
    return [{ subject: 'power-on', explanation: reason }];
  },
};
