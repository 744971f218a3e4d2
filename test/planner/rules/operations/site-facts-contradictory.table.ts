// Goal: facts that cannot all be true are never good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteFactsContradictory } from '../../../../src/planner/rules/operations/site-facts-contradictory.js';

vsphereRuleTable(siteFactsContradictory, [
  { name: 'does not fire for sound facts', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for doubled ids',
    facts: vsphereFacts({ hosts: [{}, { id: 'host-21' }], executors: [hotaddProxy({}), hotaddProxy({})] }),
    hits: ['facts:hosts', 'facts:executors'],
  },
  {
    name: 'fires for sizes below zero and more free than there is',
    facts: vsphereFacts({ datastores: [{ freeBytes: -1 }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'fires for a disk on a datastore that the site does not list',
    facts: vsphereFacts({
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-99', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['disk:2001'],
  },
]);
