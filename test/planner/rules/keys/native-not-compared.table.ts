// Goal: the same name may be another native provider [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, KEY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNativeNotCompared } from '../../../../src/planner/rules/keys/native-not-compared.js';

const NATIVE = { ...KEY, providerType: 'NATIVE' } as const;

vsphereRuleTable(keyNativeNotCompared, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ keyProviders: [{ type: 'NATIVE' }] }), hits: [] },
  {
    name: 'does not fire for the same derivation',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', hasBackup: 'YES', keyDerivationId: 'd-1' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: [],
  },
  {
    name: 'does not fire for another derivation, which is known',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', keyDerivationId: 'd-2' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: [],
  },
  {
    name: 'fires when the capture did not note it',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: null },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', keyDerivationId: 'd-1' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when the target does not tell it',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', keyDerivationId: null }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
