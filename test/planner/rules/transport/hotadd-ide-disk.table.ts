// Goal: IDE disks are never HotAdded [S18]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddIdeDisk } from '../../../../src/planner/rules/transport/hotadd-ide-disk.js';

vsphereRuleTable(hotaddIdeDisk, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the IDE disk alone',
    facts: vsphereFacts({ disks: [{ bus: 'IDE' }, { bus: 'SATA' }, {}] }),
    hits: ['HOTADD disk:2000'],
  },
  {
    name: 'judges the disk that is overwritten',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { bus: 'IDE' })] },
    ),
    hits: ['HOTADD disk:2001'],
  },
]);
