// Goal: a type of datastore that nobody knows is no LUN [S09]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanStorageUnknown } from '../../../../src/planner/rules/transport/san-storage-unknown.js';

vsphereRuleTable(sanStorageUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a new word of vSphere',
    facts: vsphereFacts({
      datastores: [{}, { type: 'TOMORROW' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
  {
    name: 'does not fire for known ones',
    facts: vsphereFacts({
      datastores: [{}, { type: 'NFS' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
  {
    name: 'fires when the site is too old to tell',
    facts: vsphereFacts({ now: '2026-05-04T04:10:00.000Z' }),
    hits: ['SAN disk:2000', 'SAN disk:2001'],
  },
]);
