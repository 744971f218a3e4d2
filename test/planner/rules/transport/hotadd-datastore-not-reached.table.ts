// Goal: a proxy attaches nothing from a datastore that its host does not reach
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddDatastoreNotReached } from '../../../../src/planner/rules/transport/hotadd-datastore-not-reached.js';

vsphereRuleTable(hotaddDatastoreNotReached, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the hidden datastore alone',
    facts: vsphereFacts({
      executors: [hotaddOn({ reachableDatastoreIds: ['datastore-11'] })],
      datastores: [{}, {}],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['HOTADD disk:2001 hotadd-1'],
  },
  {
    name: 'does not fire when it is not told',
    facts: vsphereFacts({ executors: [hotaddOn({ reachableDatastoreIds: null })] }),
    hits: [],
  },
]);
