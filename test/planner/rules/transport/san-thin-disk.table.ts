// Goal: SAN is taken for a thin disk only when it is asked for [S02] [S03]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanThinDisk } from '../../../../src/planner/rules/transport/san-thin-disk.js';

vsphereRuleTable(sanThinDisk, [
  { name: 'fires for thin disks', facts: vsphereFacts(), hits: ['SAN disk:2000', 'SAN disk:2001'] },
  {
    name: 'fires for unknown provisioning, not for thick',
    facts: vsphereFacts({
      disks: [
        { provisioning: 'UNKNOWN' },
        { provisioning: 'THICK_LAZY_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
      ],
    }),
    hits: ['SAN disk:2000'],
  },
  {
    name: 'judges the disk that is made, not the captured one',
    facts: vsphereFacts({
      disks: [{}],
      placement: {
        disks: [{ deviceKey: 2000, datastoreId: null, provisioning: 'THICK_EAGER_ZEROED', policyId: null }],
      },
    }),
    hits: [],
  },
  { name: 'obeys a request for SAN', facts: vsphereFacts({ target: { transportPreference: ['SAN'] } }), hits: [] },
]);
