// Goal: firmware that nobody noted is not good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmFirmwareNotKnown } from '../../../../src/planner/rules/nvram/vtpm-firmware-not-known.js';

vsphereRuleTable(vtpmFirmwareNotKnown, [
  { name: 'does not fire without one', facts: vsphereFacts({ point: { firmware: 'UNKNOWN' } }), hits: [] },
  { name: 'fires when nobody knows', facts: encryptedFacts({ point: { firmware: 'UNKNOWN' } }), hits: ['vtpm'] },
]);
