// Goal: disks with snapshots on vSAN ESA are not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vsanExpressSnapshot } from '../../../../src/planner/rules/disks/vsan-express-snapshot.js';

vsphereRuleTable(vsanExpressSnapshot, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the child alone',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'YES' }] },
      { snapshotCount: 0, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'fires for every disk of a VM with snapshots',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'YES' }] },
      { snapshotCount: 1, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'NO' })] },
    ),
    hits: ['disk:2000', 'disk:2001'],
  },
  {
    name: 'is silent without snapshots',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'YES' }] },
      { snapshotCount: 0, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'NO' })] },
    ),
    hits: [],
  },
  {
    name: 'is silent on vSAN OSA',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'NO' }] },
      { snapshotCount: 1, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: [],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'UNKNOWN' }] },
      { snapshotCount: 0, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: [],
  },
]);
