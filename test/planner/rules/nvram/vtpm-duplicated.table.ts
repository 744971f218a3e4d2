// Goal: two VMs with one virtual TPM are told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmDuplicated } from '../../../../src/planner/rules/nvram/vtpm-duplicated.js';

vsphereRuleTable(vtpmDuplicated, [
  { name: 'does not fire for a replacement', facts: encryptedFacts(), hits: [] },
  { name: 'does not fire for a copy without one', facts: vsphereFacts({ target: { purpose: 'COPY' } }), hits: [] },
  { name: 'fires for a copy', facts: encryptedFacts({ target: { purpose: 'COPY' } }), hits: ['vtpm'] },
  { name: 'fires when nobody said which', facts: encryptedFacts({ target: { purpose: 'UNKNOWN' } }), hits: ['vtpm'] },
  {
    name: 'does not fire for a new one',
    facts: encryptedFacts({ target: { purpose: 'COPY' }, consents: { newVtpm: true } }),
    hits: [],
  },
  { name: 'does not fire in place', facts: inPlaceEncryptedFacts({ target: { purpose: 'COPY' } }), hits: [] },
]);
