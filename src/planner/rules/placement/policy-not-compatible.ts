import type { DatastoreChoice, PolicyChoice } from '../../vsphere/context.js';
import { statedPolicies } from '../../vsphere/stated-policies.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

function fits({ policy }: PolicyChoice, { datastore }: DatastoreChoice): boolean {
  const compatible = policy?.compatibleDatastoreIds ?? null;
  return compatible === null || datastore === null || compatible.includes(datastore.id);
}

export const policyNotCompatible: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.not-compatible',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A datastore does not fit the storage policy',
  statements: [],
  citation: vim('PbmPlacementSolver and VirtualMachineDefinedProfileSpec'),
  remedy: 'Choose a datastore that fits the policy, or another policy.',
  check: (context) =>
    statedPolicies(context)
      .filter(({ policy, place }) => !fits(policy, place))
      .map(({ subject, label, policy, place }) => ({
        subject,
        explanation: `${label}: datastore ${place.datastore?.name} does not fit policy ${policy.name}.`,
      })),
};
