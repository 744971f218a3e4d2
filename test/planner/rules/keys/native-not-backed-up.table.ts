// Goal: a native provider gives nothing before it is backed up
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts, KEY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNativeNotBackedUp } from '../../../../src/planner/rules/keys/native-not-backed-up.js';

const NATIVE = { ...KEY, providerType: 'NATIVE' } as const;

vsphereRuleTable(keyNativeNotBackedUp, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyProviders: [{ type: 'NATIVE', hasBackup: 'NO' }] }),
    hits: [],
  },
  {
    name: 'does not fire once it is backed up',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', hasBackup: 'YES', keyDerivationId: 'd-1' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: [],
  },
  {
    name: 'fires when it was not',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', hasBackup: 'NO', keyDerivationId: 'd-1' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire for a VM to overwrite, which has its keys already',
    facts: inPlaceEncryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', hasBackup: 'NO', keyDerivationId: 'd-1' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: [],
  },
]);
