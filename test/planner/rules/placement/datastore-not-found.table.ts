// Goal: a VM goes to a datastore that somebody named, or to the one it came from
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreNotFound } from '../../../../src/planner/rules/placement/datastore-not-found.js';

vsphereRuleTable(datastoreNotFound, [
  { name: 'does not fire for a named one', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire when the captured one is found by name',
    facts: vsphereFacts({ placement: { homeDatastoreId: null } }),
    hits: [],
  },
  {
    name: 'fires when none bears the captured name',
    facts: vsphereFacts({ placement: { homeDatastoreId: null }, datastores: [{ name: 'other' }] }),
    hits: ['vm'],
  },
  {
    name: 'fires when two do',
    facts: vsphereFacts({ placement: { homeDatastoreId: null }, datastores: [{}, { name: 'vmfs-a' }] }),
    hits: ['vm'],
  },
]);
