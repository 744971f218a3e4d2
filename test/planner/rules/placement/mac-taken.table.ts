// Goal: a MAC address that is used twice is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { macTaken } from '../../../../src/planner/rules/placement/mac-taken.js';

vsphereRuleTable(macTaken, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the adapter',
    facts: vsphereFacts({ machines: [{ macAddresses: ['00:50:56:00:00:01'] }] }),
    hits: ['network:4000'],
  },
  {
    name: 'leaves one that runs to the other rule',
    facts: vsphereFacts({ machines: [{ macAddresses: ['00:50:56:00:00:01'], powerState: 'poweredOn' }] }),
    hits: [],
  },
  {
    name: 'does not fire for a copy, which gets new addresses',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machines: [{ macAddresses: ['00:50:56:00:00:01'] }] }),
    hits: [],
  },
]);
