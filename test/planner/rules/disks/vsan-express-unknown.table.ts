// Goal: disks with snapshots that may lie on vSAN ESA are not overwritten on trust
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vsanExpressUnknown } from '../../../../src/planner/rules/disks/vsan-express-unknown.js';

vsphereRuleTable(vsanExpressUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when the kind of vSAN is not known',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'UNKNOWN' }] },
      { snapshotCount: 0, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'fires when the snapshots are not known',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'YES' }] },
      { snapshotCount: null, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'NO' })] },
    ),
    hits: ['disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when it is not known whether the disk is a child',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'YES' }] },
      {
        snapshotCount: 0,
        disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'UNKNOWN' })],
      },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent without snapshots',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'UNKNOWN' }] },
      { snapshotCount: 0, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'NO' })] },
    ),
    hits: [],
  },
  {
    name: 'is silent when both are known',
    facts: inPlaceFacts(
      { datastores: [{ type: 'vsan', vsanExpress: 'YES' }] },
      { snapshotCount: 0, disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: [],
  },
  {
    name: 'is silent on VMFS',
    facts: inPlaceFacts({ datastores: [{ vsanExpress: 'UNKNOWN' }] }, { snapshotCount: null }),
    hits: [],
  },
]);
