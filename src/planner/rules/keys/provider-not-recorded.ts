import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyProviderNotRecorded: VsphereRule = {
  kind: 'FINDING',
  id: 'key.provider-not-recorded',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The provider of a key was not recorded',
  statements: ['S39'],
  citation: vim('CryptoKeyId.providerId'),
  remedy: 'Record the point again with config.keyId.providerId; a key id without its provider is no key path.',
  check: (context) =>
    keyHits(
      context,
      'PROVIDER_NOT_RECORDED',
      ({ keyId }) => `Key ${keyId} was saved without the name of its provider.`,
    ),
};
