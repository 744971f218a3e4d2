// Goal: SAN and HotAdd are not tried against a host without vCenter
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportNeedsVcenter } from '../../../../src/planner/rules/transport/needs-vcenter.js';

vsphereRuleTable(transportNeedsVcenter, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a host, not for NBDSSL',
    facts: vsphereFacts({ site: { kind: 'ESXI' }, executors: [sanProxy({})] }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1'],
  },
]);
