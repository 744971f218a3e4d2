import { ageText, keyHits } from '../../vsphere/key-hits.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyProvidersNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.providers-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The key providers of the target are not known',
  statements: ['S39'],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site; the account needs Cryptographer.ReadKeyServersInfo to see key providers.',
  check: (context) =>
    keyHits(
      context,
      'PROVIDERS_NOT_KNOWN',
      ({ keyId, providerId }) =>
        `Whether ${context.site.name} has provider "${providerId}" for key ${keyId} is ` +
        `${ageText(context.site, 'keyProviders')}.`,
    ),
};
