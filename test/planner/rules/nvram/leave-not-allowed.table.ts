// Goal: a captured NVRAM is left behind only when somebody allows it
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nvramLeaveNotAllowed } from '../../../../src/planner/rules/nvram/leave-not-allowed.js';

vsphereRuleTable(nvramLeaveNotAllowed, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires without consent',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] } }),
    hits: ['nvram'],
  },
  {
    name: 'does not fire with consent for this plan',
    facts: encryptedFacts({
      consents: { leaveNvram: true },
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
    }),
    hits: [],
  },
  {
    name: 'does not fire where the customer allows it always',
    facts: encryptedFacts({
      policy: { leaveNvramAllowed: true },
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
    }),
    hits: [],
  },
]);
