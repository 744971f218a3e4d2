// Goal: the key of the point counts, not the present one
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts, KEY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyRecryptedSince } from '../../../../src/planner/rules/keys/recrypted-since.js';

vsphereRuleTable(keyRecryptedSince, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T02:00:00.000Z' }] } }),
    hits: [],
  },
  {
    name: 'does not fire for one before the capture',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T00:59:59.999Z' }] } }),
    hits: [],
  },
  {
    name: 'does not fire at the very moment of the capture',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'SHALLOW', at: '2026-05-04T01:00:00.000Z' }] } }),
    hits: [],
  },
  {
    name: 'fires for one after it',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'SHALLOW', at: '2026-05-04T01:00:00.001Z' }] } }),
    hits: ['vm'],
  },
  {
    name: 'fires in place for another present key',
    facts: inPlaceEncryptedFacts({}, { key: { ...KEY, keyId: 'key-9' } }),
    hits: ['vm'],
  },
  { name: 'does not fire in place for the same key', facts: inPlaceEncryptedFacts(), hits: [] },
]);
