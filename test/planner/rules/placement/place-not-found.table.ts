// Goal: a folder or pool that is gone is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { placeNotFound } from '../../../../src/planner/rules/placement/place-not-found.js';

vsphereRuleTable(placeNotFound, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a folder that is gone',
    facts: vsphereFacts({ placement: { folderId: 'group-v99' } }),
    hits: ['vm'],
  },
  {
    name: 'fires for a pool that is gone',
    facts: vsphereFacts({ placement: { poolId: 'resgroup-99' } }),
    hits: ['vm'],
  },
  {
    name: 'fires for a folder named as a pool',
    facts: vsphereFacts({ placement: { poolId: 'group-v3' } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for both that are there, or none',
    facts: vsphereFacts({ placement: { folderId: null, poolId: 'resgroup-9' } }),
    hits: [],
  },
  { name: 'does not fire in place', facts: inPlaceFacts({ placement: { folderId: 'group-v99' } }), hits: [] },
]);
