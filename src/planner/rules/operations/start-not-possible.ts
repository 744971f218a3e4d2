import { decidePowerOn } from '../../vsphere/decide-components.js';
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
    // Keys that wait or are refused are told by rules of their own.
    const told = keyDecisionsOf(context).some(({ decision }) => decision.way === 'WAIT' || decision.way === 'REFUSED');
    const { outcome, reason } = decidePowerOn(context);
    return outcome === 'WILL_NOT_START' && !told ? [{ subject: 'power-on', explanation: reason }] : [];
  },
};
