// Goal: a disk that other VMs may share is not overwritten on trust
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskSharedInPlaceUnknown } from '../../../../src/planner/rules/disks/shared-in-place-unknown.js';

vsphereRuleTable(diskSharedInPlaceUnknown, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown disk alone',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { sharing: null })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'fires for a new word',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { sharing: 'sharingTomorrow' })] },
    ),
    hits: ['disk:2001'],
  },
  { name: 'fires when the buses were not read', facts: inPlaceFacts({}, { sharesBus: 'UNKNOWN' }), hits: ['vm'] },
]);
