import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyProviderTypeNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.provider-type-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The kind of a key provider is not known',
  statements: ['S39'],
  citation: vim('KmipClusterInfo.managementType'),
  remedy: 'Refresh the site with an account that may read key providers (Cryptographer.ReadKeyServersInfo).',
  check: (context) =>
    keyHits(
      context,
      'PROVIDER_TYPE_NOT_KNOWN',
      ({ keyId, providerId }) =>
        `Whether "${providerId}" of ${context.site.name} is a standard, native or trusted provider is ` +
        `not known, nor what that means for key ${keyId}.`,
    ),
};
