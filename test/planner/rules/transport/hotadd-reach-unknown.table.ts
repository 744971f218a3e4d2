// Goal: a proxy is not counted on for a datastore that its host may not reach
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddReachUnknown } from '../../../../src/planner/rules/transport/hotadd-reach-unknown.js';

vsphereRuleTable(hotaddReachUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when it is not told, not for a physical proxy',
    facts: vsphereFacts({ disks: [{}], executors: [hotaddOn({ reachableDatastoreIds: null }), sanProxy({})] }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
  {
    name: 'fires when the disk to overwrite is not known',
    facts: inPlaceFacts({ disks: [{}] }, { disks: [] }),
    hits: ['HOTADD disk:2000 hotadd-1'],
  },
]);
