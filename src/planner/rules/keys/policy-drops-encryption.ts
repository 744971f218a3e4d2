import { encryptedByRequest, policyText } from '../../vsphere/policy-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPolicyDropsEncryption: VsphereRule = {
  kind: 'FINDING',
  id: 'key.policy-drops-encryption',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The storage policy would drop the encryption without a word',
  statements: ['S44'],
  citation: tips('Only the encryption storage policy for virtual machine and disks'),
  remedy: 'Name a policy of the target that encrypts; if it shall come back clear, say so by consent.',
  check: (context) =>
    encryptedByRequest(context)
      .filter(({ policy }) => policy.policy?.encrypts === 'NO')
      .map(({ subject, policy }) => ({
        subject,
        explanation:
          `Storage policy ${policyText(policy)} of ${context.site.name} does not encrypt, and this part ` +
          'was encrypted.',
      })),
};
