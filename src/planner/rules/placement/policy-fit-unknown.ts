import { storageKind } from '../../vsphere/storage-kind.js';
import { statedPolicies } from '../../vsphere/stated-policies.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const policyFitUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.fit-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a datastore of vSAN or VVol fits the storage policy',
  statements: [],
  citation: vim('PbmPlacementSolver and VirtualMachineDefinedProfileSpec'),
  remedy: 'Refresh the site, so that it checks policies against datastores.',
  check: (context) =>
    statedPolicies(context)
      .filter(
        ({ policy, place }) =>
          policy.policy?.compatibleDatastoreIds === null &&
          (storageKind(place.datastore) === 'VSAN' || storageKind(place.datastore) === 'VVOL'),
      )
      .map(({ subject, label, policy, place }) => ({
        subject,
        explanation: `${label}: whether ${place.datastore?.name} fits policy ${policy.name} is not known.`,
      })),
};
