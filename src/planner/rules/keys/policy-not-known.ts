import { encryptedByRequest, policyText } from '../../vsphere/policy-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPolicyNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.policy-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether a storage policy encrypts is not known',
  statements: ['S44'],
  citation: tips('Only the encryption storage policy for virtual machine and disks'),
  remedy: 'Refresh the storage policies of the site, or name an encryption policy of the target in the request.',
  check: (context) =>
    encryptedByRequest(context)
      .filter(({ policy }) => policy.how === 'UNKNOWN' || policy.policy?.encrypts === 'UNKNOWN')
      .map(({ subject, policy }) => ({
        subject,
        explanation:
          policy.policy === null
            ? 'It was encrypted, and under which storage policy is not known, here or at the target.'
            : `Whether storage policy ${policyText(policy)} of ${context.site.name} encrypts is not known.`,
      })),
};
