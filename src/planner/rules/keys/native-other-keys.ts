import { keyHits } from '../../vsphere/key-hits.js';
import { knowledgeBase } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNativeOtherKeys: VsphereRule = {
  kind: 'FINDING',
  id: 'key.native-other-keys',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A native key provider of the same name has other keys',
  statements: ['S39'],
  citation: knowledgeBase(378053, 'Native key provider: restore the backup, do not add a new one'),
  remedy:
    'Restore the backup (.p12) of the original native provider at the target; a new one of the same name has ' +
    'other keys.',
  check: (context) =>
    keyHits(
      context,
      'NATIVE_OTHER_KEYS',
      ({ keyId, providerId }) =>
        `Provider "${providerId}" of ${context.site.name} is not the one that gave key ${keyId}: ` +
        'it derives its keys otherwise.',
    ),
};
