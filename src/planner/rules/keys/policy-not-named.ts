import { encryptedByRequest } from '../../vsphere/policy-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPolicyNotNamed: VsphereRule = {
  kind: 'FINDING',
  id: 'key.policy-not-named',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'No storage policy is named for an encrypted part',
  statements: ['S44'],
  citation: tips('Only the encryption storage policy for virtual machine and disks'),
  remedy: 'Name an encryption policy of the target for the home and for each encrypted disk in the request.',
  check: (context) =>
    encryptedByRequest(context)
      .filter(({ policy }) => policy.how === 'NONE')
      .map(({ subject }) => ({
        subject,
        explanation: 'It was encrypted, and neither the point nor the request names a storage policy that encrypts it.',
      })),
};
