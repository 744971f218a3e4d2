import { encryptedByRequest, policyText } from '../../vsphere/policy-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPolicyMissing: VsphereRule = {
  kind: 'FINDING',
  id: 'key.policy-missing',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The storage policy that encrypts is not at the target',
  statements: ['S44'],
  citation: tips('Only the encryption storage policy for virtual machine and disks'),
  remedy:
    'Make the policy at the target under the same name, or name an encryption policy of the target in the request.',
  check: (context) =>
    encryptedByRequest(context)
      .filter(({ policy }) => policy.how === 'MISSING')
      .map(({ subject, policy }) => ({
        subject,
        explanation:
          `${context.site.name} has no storage policy ${policyText(policy)}; ` +
          'an encrypted part is made with its policy stated in the request, or it does not come back encrypted.',
      })),
};
