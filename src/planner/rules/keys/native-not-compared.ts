import { keyHits } from '../../vsphere/key-hits.js';
import { knowledgeBase } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNativeNotCompared: VsphereRule = {
  kind: 'FINDING',
  id: 'key.native-not-compared',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether a native provider of the same name has the same keys is not known',
  statements: ['S39'],
  citation: knowledgeBase(378053, 'Native key provider: restore the backup, do not add a new one'),
  remedy:
    'Compare the key id of the native provider at the target with that of the original; if nobody ' +
    'noted it, restore its backup (.p12) there.',
  check: (context) =>
    keyHits(
      context,
      'NATIVE_KEYS_NOT_COMPARED',
      ({ keyId, providerId }) =>
        `"${providerId}" of ${context.site.name} may be another provider of the same name: nobody knows ` +
        `whether it derives key ${keyId}.`,
    ),
};
