// Goal: native keys reach hosts of clusters only
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, KEY, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostWithoutCluster } from '../../../../src/planner/rules/keys/host-without-cluster.js';

const NATIVE = { ...KEY, providerType: 'NATIVE' } as const;

vsphereRuleTable(hostWithoutCluster, [
  {
    name: 'does not reject for a clear VM',
    facts: vsphereFacts({ hosts: [{ clusterId: null }], placement: { clusterId: null } }),
    hits: [],
  },
  {
    name: 'does not reject for a standard provider',
    facts: encryptedFacts({ hosts: [{ clusterId: null }], placement: { clusterId: null } }),
    hits: [],
  },
  {
    name: 'rejects for a native one',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', hasBackup: 'YES', keyDerivationId: 'd-1' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
      hosts: [{}, { clusterId: null }],
      placement: { clusterId: null },
    }),
    hits: ['esx-2'],
  },
]);
