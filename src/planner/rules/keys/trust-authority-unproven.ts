import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyTrustAuthorityUnproven: VsphereRule = {
  kind: 'FINDING',
  id: 'key.trust-authority-unproven',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The vCenter cannot tell of a key of a Trust Authority',
  statements: [],
  citation: vim('CryptoManagerKmipCryptoKeyStatus: KeyStateManagedByTrustAuthority'),
  remedy:
    'Ask an attested host for the key (GetCryptoKeyStatus), or prove it with a start of a test VM on that provider.',
  check: (context) =>
    keyHits(
      context,
      'MANAGED_BY_TRUST_AUTHORITY',
      ({ keyId, providerId }) =>
        `Key ${keyId} of provider ${providerId} is managed by a Trust Authority: only an attested host ` +
        'can say whether it gets it.',
    ),
};
