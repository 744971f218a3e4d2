// Goal: what another product holds is not taken from it [S01]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceHeldByOther } from '../../../../src/planner/rules/disks/held-by-other.js';

vsphereRuleTable(inPlaceHeldByOther, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a disabled method',
    facts: inPlaceFacts({}, { disabledMethods: [{ method: 'RelocateVM_Task', owner: 'other backup' }] }),
    hits: ['vm'],
  },
  {
    name: 'fires for one without owner',
    facts: inPlaceFacts({}, { disabledMethods: [{ method: 'RelocateVM_Task', owner: null }] }),
    hits: ['vm'],
  },
  {
    name: 'fires for an extension that manages it',
    facts: inPlaceFacts({}, { managedBy: 'com.vmware.vcHms' }),
    hits: ['vm'],
  },
  { name: 'leaves what is not known to another rule', facts: inPlaceFacts({}, { disabledMethods: null }), hits: [] },
]);
