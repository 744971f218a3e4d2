// Goal: SAN is not used where a snapshot may be impossible
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanRestoreSnapshotUnknown } from '../../../../src/planner/rules/transport/san-restore-snapshot-unknown.js';

vsphereRuleTable(sanRestoreSnapshotUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a disk whose sharing is not told',
    facts: vsphereFacts({ disks: [{}, { sharing: null }] }),
    hits: ['SAN disk:2000', 'SAN disk:2001'],
  },
  {
    name: 'fires for a new word on a bus',
    facts: vsphereFacts({
      disks: [{}],
      machine: {
        controllers: [
          { key: 1000, type: 'ParaVirtualSCSIController', bus: 'SCSI', busNumber: 0, sharing: 'tomorrowSharing' },
        ],
      },
    }),
    hits: ['SAN disk:2000'],
  },
  {
    name: 'fires for a VM to overwrite of which the buses were not read',
    facts: inPlaceFacts({ disks: [{}] }, { sharesBus: 'UNKNOWN' }),
    hits: ['SAN disk:2000'],
  },
  {
    name: 'does not fire when it is impossible anyway',
    facts: vsphereFacts({ disks: [{ sharing: null }, { sharing: 'sharingMultiWriter' }] }),
    hits: [],
  },
]);
