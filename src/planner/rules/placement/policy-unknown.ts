import { statedPolicies } from '../../vsphere/stated-policies.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const policyUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a storage policy is at the target',
  statements: [],
  citation: vim('PbmPlacementSolver and VirtualMachineDefinedProfileSpec'),
  remedy: 'Refresh the site, or restore without naming a policy.',
  check: (context) =>
    statedPolicies(context)
      .filter(
        ({ policy, ofKeys, requested }) => (requested || (!ofKeys && policy.name !== null)) && policy.how === 'UNKNOWN',
      )
      .map(({ subject, label, policy }) => ({
        subject,
        explanation: `Whether ${context.site.name} has storage policy ${policy.name} for ${label} is not known.`,
      })),
};
