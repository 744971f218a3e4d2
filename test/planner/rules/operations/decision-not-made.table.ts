// Goal: a decision that nobody could make is told, with the fact that lacks
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { decisionNotMade } from '../../../../src/planner/rules/operations/decision-not-made.js';

vsphereRuleTable(decisionNotMade, [
  { name: 'does not fire when all is decided', facts: encryptedFacts(), hits: [] },
  { name: 'fires without hosts', facts: vsphereFacts({ site: { hosts: null } }), hits: ['vm'] },
  {
    name: 'fires for what hangs on keys of which nobody asked; the keys themselves have a rule',
    facts: encryptedFacts({ keyStatuses: [] }),
    hits: ['nvram', 'vtpm'],
  },
  {
    name: 'does not fire for a clear VM when keys are not known',
    facts: vsphereFacts({ site: { keyStatuses: null, keyProviders: null, storagePolicies: null } }),
    hits: [],
  },
]);
