import { statedPolicies } from '../../vsphere/stated-policies.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const policyRequestedMissing: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.requested-missing',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The storage policy that was asked for is not at the target',
  statements: [],
  citation: vim('PbmPlacementSolver and VirtualMachineDefinedProfileSpec'),
  remedy: 'Name a storage policy of the target, or none.',
  check: (context) =>
    statedPolicies(context)
      .filter(({ policy, requested }) => requested && policy.how === 'MISSING')
      .map(({ subject, label, policy }) => ({
        subject,
        explanation: `${context.site.name} has no storage policy ${policy.name} for ${label}.`,
      })),
};
