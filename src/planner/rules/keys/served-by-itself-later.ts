import { circularProviders, servedMeanwhile } from '../../vsphere/dependencies.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyServedByItselfLater: VsphereRule = {
  kind: 'FINDING',
  id: 'key.served-by-itself-later',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'After a cold start the VM would wait for its own key',
  statements: ['S36'],
  citation: own('Circles of services'),
  remedy: 'Keep a replica of the key server outside of what it encrypts, or the key server VM clear.',
  check: (context) => {
    const providers = circularProviders(context);
    if (providers.length === 0 || !servedMeanwhile(context)) return [];
    const explanation =
      `All key servers of provider ${providers.join(', ')} run in this VM or need what runs in it, ` +
      'so after a cold start this VM waits for itself; now another instance still serves the key.';
    return [{ subject: 'power-on', explanation }];
  },
};
