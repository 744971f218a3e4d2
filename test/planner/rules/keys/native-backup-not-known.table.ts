// Goal: a backup that nobody saw does not count
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, KEY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNativeBackupNotKnown } from '../../../../src/planner/rules/keys/native-backup-not-known.js';

const NATIVE = { ...KEY, providerType: 'NATIVE' } as const;

vsphereRuleTable(keyNativeBackupNotKnown, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ keyProviders: [{ type: 'NATIVE' }] }), hits: [] },
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
    name: 'fires when nobody told',
    facts: encryptedFacts({
      point: { key: NATIVE, keyDerivationId: 'd-1' },
      disks: [{ key: NATIVE }, { key: NATIVE }],
      keyProviders: [{ type: 'NATIVE', keyDerivationId: 'd-1' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByNKP' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
