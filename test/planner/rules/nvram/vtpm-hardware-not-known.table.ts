// Goal: hardware that nobody noted is not good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmHardwareNotKnown } from '../../../../src/planner/rules/nvram/vtpm-hardware-not-known.js';

vsphereRuleTable(vtpmHardwareNotKnown, [
  { name: 'does not fire without one', facts: vsphereFacts({ point: { hardwareVersion: null } }), hits: [] },
  { name: 'does not fire at 13, which is known', facts: encryptedFacts({ point: { hardwareVersion: 13 } }), hits: [] },
  { name: 'fires when nobody knows', facts: encryptedFacts({ point: { hardwareVersion: null } }), hits: ['vtpm'] },
]);
