import { ageText, keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNotAsked: VsphereRule = {
  kind: 'FINDING',
  id: 'key.not-asked',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody asked the target for a key lately',
  statements: ['S36'],
  citation: vim('CryptoManagerKmip.QueryCryptoKeyStatus'),
  remedy: 'Refresh the site: its vCenter is then asked for this very key.',
  check: (context) =>
    keyHits(
      context,
      'NOT_ASKED',
      ({ keyId, providerId }) =>
        `Whether ${context.site.name} can fetch key ${keyId} of provider ${providerId} is ` +
        `${ageText(context.site, 'keyStatuses')}.`,
    ),
};
