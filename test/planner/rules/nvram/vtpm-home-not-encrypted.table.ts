// Goal: a virtual TPM in a clear VM is a contradiction
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmHomeNotEncrypted } from '../../../../src/planner/rules/nvram/vtpm-home-not-encrypted.js';

vsphereRuleTable(vtpmHomeNotEncrypted, [
  { name: 'does not fire for an encrypted VM', facts: encryptedFacts(), hits: [] },
  { name: 'does not fire without one', facts: vsphereFacts(), hits: [] },
  { name: 'fires for both', facts: vsphereFacts({ point: { vtpm: 'PRESENT', firmware: 'EFI' } }), hits: ['vtpm'] },
]);
