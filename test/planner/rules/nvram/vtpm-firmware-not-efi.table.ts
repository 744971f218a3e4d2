// Goal: a virtual TPM needs UEFI
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmFirmwareNotEfi } from '../../../../src/planner/rules/nvram/vtpm-firmware-not-efi.js';

vsphereRuleTable(vtpmFirmwareNotEfi, [
  { name: 'does not fire without one', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire with UEFI', facts: encryptedFacts(), hits: [] },
  { name: 'fires with BIOS', facts: encryptedFacts({ point: { firmware: 'BIOS' } }), hits: ['vtpm'] },
  {
    name: 'does not fire once it goes with the encryption',
    facts: encryptedFacts({ point: { firmware: 'BIOS' }, consents: { clear: true, leaveNvram: true } }),
    hits: [],
  },
]);
