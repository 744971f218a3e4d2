// Goal: a datastore that may keep objects is not written through a folder
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreHttpStorageUnknown } from '../../../../src/planner/rules/transport/datastore-http-storage-unknown.js';

vsphereRuleTable(datastoreHttpStorageUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a new word',
    facts: vsphereFacts({
      datastores: [{}, { type: 'TOMORROW' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['DATASTORE_HTTP disk:2001'],
  },
  {
    name: 'does not fire for vSAN',
    facts: vsphereFacts({
      datastores: [{}, { type: 'vsan' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
]);
