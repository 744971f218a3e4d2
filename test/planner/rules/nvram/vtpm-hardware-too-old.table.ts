// Goal: a virtual TPM needs hardware 14
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmHardwareTooOld } from '../../../../src/planner/rules/nvram/vtpm-hardware-too-old.js';

vsphereRuleTable(vtpmHardwareTooOld, [
  { name: 'does not fire without one', facts: vsphereFacts({ point: { hardwareVersion: 13 } }), hits: [] },
  { name: 'does not fire at 14', facts: encryptedFacts({ point: { hardwareVersion: 14 } }), hits: [] },
  { name: 'fires at 13', facts: encryptedFacts({ point: { hardwareVersion: 13 } }), hits: ['vtpm'] },
  {
    name: 'looks at the VM to overwrite in place',
    facts: inPlaceEncryptedFacts({}, { hardwareVersion: 13 }),
    hits: ['vtpm'],
  },
  { name: 'does not fire when nobody knows', facts: encryptedFacts({ point: { hardwareVersion: null } }), hits: [] },
]);
