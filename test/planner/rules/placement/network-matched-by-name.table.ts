// Goal: a match that rests on a name alone is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { networkMatchedByName } from '../../../../src/planner/rules/placement/network-matched-by-name.js';

const DISTRIBUTED = {
  ...vsphereFacts().restorePoint.machine.networkAdapters[0]!,
  network: 'dvportgroup-7',
  networkKind: 'DISTRIBUTED',
} as const;

vsphereRuleTable(networkMatchedByName, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a distributed network whose key is not there',
    facts: vsphereFacts({ machine: { networkAdapters: [DISTRIBUTED] } }),
    hits: ['network:4000'],
  },
  {
    name: 'does not fire when it was named',
    facts: vsphereFacts({
      machine: { networkAdapters: [DISTRIBUTED] },
      placement: { networks: [{ deviceKey: 4000, networkId: 'network-31' }] },
    }),
    hits: [],
  },
]);
