// Goal: an NVRAM that cannot be used is told as a loss [S38] [S41] [S42] [S45]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nvramLeftBehind } from '../../../../src/planner/rules/nvram/left-behind.js';

vsphereRuleTable(nvramLeftBehind, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire while the chain holds', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires when a deep recrypt lies between',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] } }),
    hits: ['nvram'],
  },
  {
    name: 'does not fire for a shallow recrypt',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'SHALLOW', at: '2026-05-04T01:05:00.000Z' }] } }),
    hits: [],
  },
]);
