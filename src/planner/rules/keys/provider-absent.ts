import { keyHits } from '../../vsphere/key-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyProviderAbsent: VsphereRule = {
  kind: 'FINDING',
  id: 'key.provider-absent',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The target has no key provider of the saved name',
  statements: ['S39'],
  citation: tips('Same key server, or a replica with the same cluster name'),
  remedy: 'Register the same key servers, or a replica of them, in the target vCenter under exactly the saved name.',
  check: (context) =>
    keyHits(
      context,
      'PROVIDER_ABSENT',
      ({ keyId, providerId }) =>
        `Key ${keyId} belongs to provider "${providerId}", which ${context.site.name} does not have. ` +
        'The same servers under another name do not count.',
    ),
};
