// Goal: a vSAN disk is attached to a proxy on vSAN alone
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddVsanProxy } from '../../../../src/planner/rules/transport/hotadd-vsan-proxy.js';

vsphereRuleTable(hotaddVsanProxy, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a proxy beside vSAN',
    facts: vsphereFacts({
      executors: [hotaddOn({ datastoreIds: ['datastore-11'] })],
      datastores: [{}, { type: 'vsan' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['HOTADD disk:2001 hotadd-1'],
  },
  {
    name: 'fires for a proxy that is only partly on vSAN',
    facts: vsphereFacts({
      executors: [hotaddOn({ datastoreIds: ['datastore-12', 'datastore-11'] })],
      datastores: [{}, { type: 'vsan' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['HOTADD disk:2001 hotadd-1'],
  },
  {
    name: 'does not fire for one on vSAN',
    facts: vsphereFacts({
      executors: [hotaddOn({ datastoreIds: ['datastore-12'] })],
      datastores: [{}, { type: 'vsan' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
]);
