// Goal: a proxy that may rewrite signatures is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddWindowsSignature } from '../../../../src/planner/rules/transport/hotadd-windows-signature.js';

vsphereRuleTable(hotaddWindowsSignature, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for Windows and for unknown',
    facts: vsphereFacts({
      executors: [
        hotaddProxy({ operatingSystem: 'WINDOWS' }),
        hotaddProxy({ operatingSystem: 'UNKNOWN' }, { name: 'hotadd-2' }),
      ],
    }),
    hits: ['executor:hotadd-1', 'executor:hotadd-2'],
  },
]);
