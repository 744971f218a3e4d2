// Goal: a host of which nobody knows is not ready
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostMaintenanceUnknown } from '../../../../src/planner/rules/placement/host-maintenance-unknown.js';

vsphereRuleTable(hostMaintenanceUnknown, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires where nobody told',
    facts: vsphereFacts({ hosts: [{}, { inMaintenance: 'UNKNOWN' }] }),
    hits: ['esx-2'],
  },
]);
