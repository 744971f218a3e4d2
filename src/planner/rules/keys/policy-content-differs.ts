import { encryptedByRequest, policyText } from '../../vsphere/policy-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPolicyContentDiffers: VsphereRule = {
  kind: 'FINDING',
  id: 'key.policy-content-differs',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A policy of the same name demands something else',
  statements: [],
  citation: vim('PbmCapabilityProfile: ids do not follow from vCenter to vCenter'),
  remedy: 'Compare the two policies, or name the wanted one in the request.',
  check: (context) =>
    encryptedByRequest(context)
      .filter(({ policy }) => policy.how === 'CONTENT_DIFFERS' && policy.policy?.encrypts === 'YES')
      .map(({ subject, policy }) => ({
        subject,
        explanation:
          `Storage policy ${policyText(policy)} of ${context.site.name} encrypts, but is not the captured ` + 'one.',
      })),
};
