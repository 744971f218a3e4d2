import { statedPolicies } from '../../vsphere/stated-policies.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const policyMissing: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.missing',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A storage policy of the VM is not at the target',
  statements: [],
  citation: vim('PbmPlacementSolver and VirtualMachineDefinedProfileSpec'),
  remedy: 'Make the policy at the target under the same name, or name another one.',
  check: (context) =>
    statedPolicies(context)
      .filter(({ policy, ofKeys, requested }) => !ofKeys && !requested && policy.how === 'MISSING')
      .map(({ subject, label, policy }) => ({
        subject,
        explanation: `${context.site.name} has no storage policy ${policy.name} for ${label}.`,
      })),
};
