// Goal: a VM that would not start is told before a byte moves [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
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
    name: 'fires for boot keys of its own that a generic NVRAM does not hold',
    facts: encryptedFacts({
      consents: { leaveNvram: true },
      machine: { secureBootKeys: 'CUSTOM' },
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
    }),
    hits: ['power-on'],
  },
]);
