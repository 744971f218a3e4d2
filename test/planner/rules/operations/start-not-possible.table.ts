// Goal: a VM that would not start is told before a byte moves [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { startNotPossible } from '../../../../src/planner/rules/operations/start-not-possible.js';

vsphereRuleTable(startNotPossible, [
  { name: 'does not fire for a VM that starts', facts: vsphereFacts(), hits: [] },
  {
    name: 'leaves keys that are waited for to their rules',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }] }),
    hits: [],
  },
  {
    name: 'leaves boot keys of its own to their rule',
    facts: encryptedFacts({
      consents: { leaveNvram: true },
      machine: { secureBootKeys: 'CUSTOM' },
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
    }),
    hits: [],
  },
  {
    name: 'fires when the present key of the VM to overwrite is gone',
    facts: inPlaceEncryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInKMS' }] }),
    hits: ['power-on'],
  },
  {
    name: 'leaves a present key that can be mended to its rule',
    facts: inPlaceEncryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }] }),
    hits: [],
  },
]);
