// Goal: a thin disk that becomes thick is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreMakesThick } from '../../../../src/planner/rules/placement/datastore-makes-thick.js';

vsphereRuleTable(datastoreMakesThick, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'names each thin disk',
    facts: vsphereFacts({ disks: [{}, { provisioning: 'THICK_LAZY_ZEROED' }], datastores: [{ thinSupported: 'NO' }] }),
    hits: ['disk:2000'],
  },
]);
