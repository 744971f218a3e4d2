// Goal: a mapping that cannot be meant is refused
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceMappingContradictory } from '../../../../src/planner/rules/disks/in-place-mapping-contradictory.js';

vsphereRuleTable(inPlaceMappingContradictory, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a disk that is not there',
    facts: inPlaceFacts({ target: { diskMapping: [{ deviceKey: 2001, targetDeviceKey: 2099 }] } }),
    hits: ['disk:2001'],
  },
  {
    name: 'fires for a disk that two would overwrite',
    facts: inPlaceFacts({ target: { diskMapping: [{ deviceKey: 2001, targetDeviceKey: 2000 }] } }),
    hits: ['disk:2001'],
  },
]);
