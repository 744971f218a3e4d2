import { circularProviders, servedMeanwhile } from '../../vsphere/dependencies.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyServedByItself: VsphereRule = {
  kind: 'FINDING',
  id: 'key.served-by-itself',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM holds the key servers that its own key comes from',
  statements: ['S36'],
  citation: own('Circles of services'),
  remedy:
    'Bring up another replica of the key server first, or bootstrap: restore the disks into local ' +
    'files, or the VM clear by consent.',
  check: (context) => {
    const providers = circularProviders(context);
    if (providers.length === 0 || servedMeanwhile(context)) return [];
    const explanation =
      `All key servers of provider ${providers.join(', ')} run in this VM or need what runs in it, ` +
      'so the key cannot be fetched before this VM runs, and this VM does not run without the key.';
    return [{ subject: 'power-on', explanation }];
  },
};
