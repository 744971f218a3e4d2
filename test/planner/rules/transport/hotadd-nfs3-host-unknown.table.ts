// Goal: on NFS 3 a proxy on an unknown host is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddNfs3HostUnknown } from '../../../../src/planner/rules/transport/hotadd-nfs3-host-unknown.js';

vsphereRuleTable(hotaddNfs3HostUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown host and NFS 3 alone',
    facts: vsphereFacts({
      executors: [hotaddOn({}), hotaddOn({ hostId: null }, 'hotadd-2'), sanProxy({})],
      datastores: [{}, { type: 'NFS' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['HOTADD disk:2001 hotadd-2'],
  },
  { name: 'does not fire for VMFS', facts: vsphereFacts({ executors: [hotaddOn({ hostId: null })] }), hits: [] },
]);
