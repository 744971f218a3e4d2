import { statedPolicies } from '../../vsphere/stated-policies.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const policyDiffers: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.content-differs',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A storage policy of the target has the same name and other demands',
  statements: [],
  citation: vim('PbmPlacementSolver and VirtualMachineDefinedProfileSpec'),
  remedy: 'Compare the two policies; name the one that is meant.',
  check: (context) =>
    statedPolicies(context)
      .filter(({ policy, ofKeys }) => !ofKeys && policy.how === 'CONTENT_DIFFERS')
      .map(({ subject, label, policy }) => ({
        subject,
        explanation: `${policy.name} of ${context.site.name} is not what it was for ${label} at capture.`,
      })),
};
