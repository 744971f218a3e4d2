// Goal: over-commitment is told where this VM alone could fill the datastore
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreOvercommitted } from '../../../../src/planner/rules/placement/datastore-overcommitted.js';

vsphereRuleTable(datastoreOvercommitted, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a thin disk larger than what is free',
    facts: vsphereFacts({ disks: [{ capacityBytes: 1024 ** 4 }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'does not fire where it does not fit now: that is another rule',
    facts: vsphereFacts({ disks: [{ capacityBytes: 1024 ** 4 }], datastores: [{ freeBytes: 1 }] }),
    hits: [],
  },
]);
