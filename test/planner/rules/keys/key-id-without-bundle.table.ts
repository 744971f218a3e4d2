// Goal: a key id alone makes an encrypted VM and opens no NVRAM [S38] [S40]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { itemsWith } from '../../facts-builder.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyKeyIdWithoutBundle } from '../../../../src/planner/rules/keys/key-id-without-bundle.js';

vsphereRuleTable(keyKeyIdWithoutBundle, [
  { name: 'does not fire for a VM that was never encrypted', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for both', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for a key id alone',
    facts: encryptedFacts({ point: { items: itemsWith({ ENCRYPTION_BUNDLE: 'NOT_CAPTURED' }) } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire when nobody knows of the bundle',
    facts: encryptedFacts({ point: { items: itemsWith({ ENCRYPTION_BUNDLE: 'UNKNOWN' }) } }),
    hits: [],
  },
]);
