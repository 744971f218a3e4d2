// Goal: a plain NVRAM under later encryption counts as lost
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nvramEncryptAfterUnproven } from '../../../../src/planner/rules/nvram/encrypt-after-unproven.js';

vsphereRuleTable(nvramEncryptAfterUnproven, [
  { name: 'does not fire for a VM that stays clear', facts: vsphereFacts({ point: { firmware: 'EFI' } }), hits: [] },
  {
    name: 'fires for one that is encrypted afterwards',
    facts: vsphereFacts({
      point: { firmware: 'EFI' },
      placement: { homePolicyId: 'policy-enc' },
      consents: { encrypt: true },
    }),
    hits: ['nvram'],
  },
  {
    name: 'fires when nobody knows the firmware',
    facts: vsphereFacts({
      point: { firmware: 'UNKNOWN' },
      placement: { homePolicyId: 'policy-enc' },
      consents: { encrypt: true },
    }),
    hits: ['nvram'],
  },
  {
    name: 'does not fire for BIOS',
    facts: vsphereFacts({ placement: { homePolicyId: 'policy-enc' }, consents: { encrypt: true } }),
    hits: [],
  },
]);
