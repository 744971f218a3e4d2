// Goal: the VM goes where all its datastores are seen
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostLacksDatastore } from '../../../../src/planner/rules/placement/host-lacks-datastore.js';

vsphereRuleTable(hostLacksDatastore, [
  { name: 'does not fire when all are seen', facts: vsphereFacts(), hits: [] },
  {
    name: 'names the host that lacks one',
    facts: vsphereFacts({ hosts: [{ datastoreIds: ['datastore-12'] }, {}] }),
    hits: ['esx-1'],
  },
]);
