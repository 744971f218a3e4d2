// Goal: a child disk is never written by SAN or through a folder [S05]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportChildDisk } from '../../../../src/planner/rules/transport/child-disk.js';

vsphereRuleTable(transportChildDisk, [
  {
    name: 'does not fire for a new VM, even of a captured child',
    facts: vsphereFacts({ disks: [{ child: 'YES' }] }),
    hits: [],
  },
  {
    name: 'fires for the child of the VM to overwrite alone',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: ['SAN disk:2001', 'DATASTORE_HTTP disk:2001'],
  },
  {
    name: 'does not fire when it is not known',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'UNKNOWN' })] },
    ),
    hits: [],
  },
]);
