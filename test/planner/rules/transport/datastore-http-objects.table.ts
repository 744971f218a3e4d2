// Goal: objects are not written through a folder
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreHttpObjectStorage } from '../../../../src/planner/rules/transport/datastore-http-objects.js';

vsphereRuleTable(datastoreHttpObjectStorage, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for vsan',
    facts: vsphereFacts({
      datastores: [{}, { type: 'vsan' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['DATASTORE_HTTP disk:2001'],
  },
  {
    name: 'fires for VVOL',
    facts: vsphereFacts({
      datastores: [{}, { type: 'VVOL' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['DATASTORE_HTTP disk:2001'],
  },
  {
    name: 'does not fire for NFS',
    facts: vsphereFacts({
      datastores: [{}, { type: 'NFS' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
  {
    name: 'does not fire for TOMORROW',
    facts: vsphereFacts({
      datastores: [{}, { type: 'TOMORROW' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
]);
