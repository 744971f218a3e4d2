// Goal: space that nobody knows is not enough
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreSpaceUnknown } from '../../../../src/planner/rules/placement/datastore-space-unknown.js';

vsphereRuleTable(datastoreSpaceUnknown, [
  { name: 'does not fire when it is told', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when it is not',
    facts: vsphereFacts({ datastores: [{ freeBytes: null }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'fires when the datastores are not known',
    facts: vsphereFacts({ site: { datastores: null } }),
    hits: ['datastore:datastore-11'],
  },
]);
