// Goal: a datastore of which nobody knows is not there
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreAccessUnknown } from '../../../../src/planner/rules/placement/datastore-access-unknown.js';

vsphereRuleTable(datastoreAccessUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires where nobody told',
    facts: vsphereFacts({ datastores: [{ accessible: 'UNKNOWN' }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'in place too',
    facts: inPlaceFacts({ datastores: [{ accessible: 'UNKNOWN' }] }),
    hits: ['datastore:vmfs-a'],
  },
]);
