// Goal: space that may not suffice is not enough
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreMayNotSuffice } from '../../../../src/planner/rules/placement/datastore-may-not-suffice.js';

vsphereRuleTable(datastoreMayNotSuffice, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when the data of a thin disk is not known and the disk would not fit whole',
    facts: vsphereFacts({ disks: [{ dataBytes: null, capacityBytes: 1024 ** 4 }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'does not fire when the disk fits whole',
    facts: vsphereFacts({ disks: [{ dataBytes: null, capacityBytes: 1024 ** 3 }] }),
    hits: [],
  },
  {
    name: 'fires when nobody knows whether the datastore makes thin disks thick',
    facts: vsphereFacts({ disks: [{ capacityBytes: 1024 ** 4 }], datastores: [{ thinSupported: 'UNKNOWN' }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'fires for vSAN when a second copy would not fit',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED', capacityBytes: 300 * 1024 ** 3 }],
      datastores: [{ type: 'vsan' }],
    }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'in place, fires when the data of thin disks may need more than is free',
    facts: inPlaceFacts({
      disks: [{ dataBytes: 1024 ** 3, capacityBytes: 1024 ** 4 }],
      datastores: [{ freeBytes: 1024 ** 3 - 1 }],
    }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'in place, does not fire for thick disks',
    facts: inPlaceFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED', capacityBytes: 1024 ** 4 }],
      datastores: [{ freeBytes: 8684 }],
    }),
    hits: [],
  },
]);
