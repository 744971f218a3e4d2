// Goal: a disk that may be a child is not written by SAN or through a folder [S05]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportChildUnknown } from '../../../../src/planner/rules/transport/child-unknown.js';

vsphereRuleTable(transportChildUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'UNKNOWN' })] },
    ),
    hits: ['SAN disk:2001', 'DATASTORE_HTTP disk:2001'],
  },
  {
    name: 'does not fire for a child',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: [],
  },
]);
