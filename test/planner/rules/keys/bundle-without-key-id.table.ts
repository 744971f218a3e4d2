// Goal: a bundle alone opens nothing [S38] [S40]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { itemsWith } from '../../facts-builder.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyBundleWithoutKeyId } from '../../../../src/planner/rules/keys/bundle-without-key-id.js';

vsphereRuleTable(keyBundleWithoutKeyId, [
  {
    name: 'does not fire for a VM that was never encrypted',
    facts: vsphereFacts({ point: { items: itemsWith({ KEY_ID: 'NOT_PRESENT' }) } }),
    hits: [],
  },
  { name: 'does not fire for both', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for a bundle alone',
    facts: encryptedFacts({ point: { key: null, items: itemsWith({ KEY_ID: 'NOT_CAPTURED' }) } }),
    hits: ['vm'],
  },
  {
    name: 'fires when nobody knows of the key id',
    facts: encryptedFacts({ point: { key: null, items: itemsWith({ KEY_ID: 'UNKNOWN' }) } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for neither',
    facts: encryptedFacts({
      point: { key: null, items: itemsWith({ KEY_ID: 'NOT_CAPTURED', ENCRYPTION_BUNDLE: 'NOT_CAPTURED' }) },
    }),
    hits: [],
  },
]);
