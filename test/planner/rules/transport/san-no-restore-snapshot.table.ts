// Goal: SAN is not used where no restore snapshot can be taken
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanNoRestoreSnapshot } from '../../../../src/planner/rules/transport/san-no-restore-snapshot.js';

vsphereRuleTable(sanNoRestoreSnapshot, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for every disk beside a multi-writer one',
    facts: vsphereFacts({ disks: [{}, { sharing: 'sharingMultiWriter' }] }),
    hits: ['SAN disk:2000', 'SAN disk:2001'],
  },
  {
    name: 'fires for a shared bus',
    facts: vsphereFacts({
      disks: [{}],
      machine: {
        controllers: [
          { key: 1000, type: 'ParaVirtualSCSIController', bus: 'SCSI', busNumber: 0, sharing: 'physicalSharing' },
        ],
      },
    }),
    hits: ['SAN disk:2000'],
  },
  {
    name: 'judges the VM that is overwritten',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { sharing: 'sharingMultiWriter' })] },
    ),
    hits: ['SAN disk:2000', 'SAN disk:2001'],
  },
  { name: 'judges its buses', facts: inPlaceFacts({ disks: [{}] }, { sharesBus: 'YES' }), hits: ['SAN disk:2000'] },
  { name: 'leaves what is not known to another rule', facts: vsphereFacts({ disks: [{ sharing: null }] }), hits: [] },
]);
