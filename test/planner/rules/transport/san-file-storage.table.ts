// Goal: SAN is never used where there is no LUN
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanFileStorage } from '../../../../src/planner/rules/transport/san-file-storage.js';

vsphereRuleTable(sanFileStorage, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for NFS',
    facts: vsphereFacts({
      datastores: [{}, { type: 'NFS' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
  {
    name: 'fires for NFS41',
    facts: vsphereFacts({
      datastores: [{}, { type: 'NFS41' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
  {
    name: 'fires for CIFS',
    facts: vsphereFacts({
      datastores: [{}, { type: 'CIFS' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
  {
    name: 'fires for PMEM',
    facts: vsphereFacts({
      datastores: [{}, { type: 'PMEM' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
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
