// Goal: the same name is not the same native provider [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, KEY, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNativeOtherKeys } from '../../../../src/planner/rules/keys/native-other-keys.js';

vsphereRuleTable(keyNativeOtherKeys, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ keyProviders: [native('d-2')] }), hits: [] },
  { name: 'does not fire for the same derivation', facts: encryptedFacts(captured('d-1', 'd-1')), hits: [] },
  {
    name: 'fires when a new provider took the name',
    facts: encryptedFacts(captured('d-1', 'd-2')),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when a standard provider has the name',
    facts: encryptedFacts({ ...captured('d-1', 'd-1'), keyProviders: [{}] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  { name: 'does not fire when nobody can compare', facts: encryptedFacts(captured(null, 'd-1')), hits: [] },
]);

function native(keyDerivationId: string) {
  return { type: 'NATIVE', hasBackup: 'YES', keyDerivationId } as const;
}

function captured(keyDerivationId: string | null, atTarget: string) {
  const key = { ...KEY, providerType: 'NATIVE' } as const;
  return {
    point: { key, keyDerivationId },
    disks: [{ key }, { key }],
    keyProviders: [native(atTarget)],
    keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
  } as const;
}
