import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNativeUnproven: VsphereRule = {
  kind: 'FINDING',
  id: 'key.native-unproven',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The vCenter holds a key for one of a native provider',
  statements: [],
  citation: vim('CryptoManagerKmipCryptoKeyStatus: KeyStateManagedByNKP'),
  remedy:
    'Compare the kind of the provider at capture and at the target; a key of a native provider lies in no key server.',
  check: (context) =>
    keyHits(
      context,
      'MANAGED_BY_NATIVE_PROVIDER',
      ({ keyId, providerId }) =>
        `${context.site.name} says that key ${keyId} is of a native provider, and "${providerId}" is none there.`,
    ),
};
