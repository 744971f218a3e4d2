// Goal: space is counted for thick, thin and swap
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreTooSmall } from '../../../../src/planner/rules/placement/datastore-too-small.js';

vsphereRuleTable(datastoreTooSmall, [
  { name: 'does not fire with room', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire when all fits to the byte: two thin disks, swap, NVRAM',
    facts: vsphereFacts({ datastores: [{ freeBytes: 2 * 20_971_520 + 4096 * 1024 * 1024 + 8684 }] }),
    hits: [],
  },
  {
    name: 'fires for one byte less',
    facts: vsphereFacts({ datastores: [{ freeBytes: 2 * 20_971_520 + 4096 * 1024 * 1024 + 8683 }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'counts a thick disk whole',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_LAZY_ZEROED' }],
      datastores: [{ freeBytes: 20_971_520 + 4096 * 1024 * 1024 + 8684 }],
    }),
    hits: ['datastore:vmfs-a'],
  },
]);
