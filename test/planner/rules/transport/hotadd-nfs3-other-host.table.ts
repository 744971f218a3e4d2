// Goal: on NFS 3 the proxy runs on the host of the target
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddNfs3OtherHost } from '../../../../src/planner/rules/transport/hotadd-nfs3-other-host.js';

vsphereRuleTable(hotaddNfs3OtherHost, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for another host and NFS 3 alone',
    facts: vsphereFacts({
      executors: [hotaddOn({}), hotaddOn({ hostId: 'host-22' }, 'hotadd-2'), hotaddOn({ hostId: null }, 'hotadd-3')],
      datastores: [{}, { type: 'NFS' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['HOTADD disk:2001 hotadd-2'],
  },
  {
    name: 'does not fire for NFS 4.1',
    facts: vsphereFacts({
      executors: [hotaddOn({ hostId: 'host-22' })],
      datastores: [{}, { type: 'NFS41' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
]);
