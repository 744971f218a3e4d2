import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNoPermission: VsphereRule = {
  kind: 'FINDING',
  id: 'key.no-permission',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The account of the site may not ask for a key',
  statements: [],
  citation: vim('CryptoManagerKmipCryptoKeyStatus: NoPermissionToAccessKeyProvider'),
  remedy: 'Give the account of the site the right to read this key provider, then refresh the site.',
  check: (context) =>
    keyHits(
      context,
      'NO_PERMISSION',
      ({ keyId, providerId }) =>
        `The account of ${context.site.name} may not look into provider ${providerId}, so nothing is ` +
        `known of key ${keyId}.`,
    ),
};
