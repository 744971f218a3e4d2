// Goal: a host without vCenter is written without PrepareForAccess, and that is told [S01]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { offers, sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { accessNoFenceOnHost } from '../../../../src/planner/rules/transport/fence-not-there.js';

vsphereRuleTable(accessNoFenceOnHost, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for NBDSSL to a host',
    facts: vsphereFacts({ site: { kind: 'ESXI' }, executors: [sanProxy({})] }),
    hits: ['vm'],
  },
  {
    name: 'is silent for a lease to a host',
    facts: vsphereFacts({ site: { kind: 'ESXI' }, executors: [sanProxy({ transports: offers('HTTP_NFC') })] }),
    hits: [],
  },
]);
