// Goal: a folder of which nobody knows is not there
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { placeUnknown } from '../../../../src/planner/rules/placement/place-unknown.js';

vsphereRuleTable(placeUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires where nobody looked', facts: vsphereFacts({ site: { places: null } }), hits: ['vm'] },
  {
    name: 'does not fire where none was asked for',
    facts: vsphereFacts({ site: { places: null }, placement: { folderId: null } }),
    hits: [],
  },
]);
