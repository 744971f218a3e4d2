// Goal: pool and host belong together
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { poolOfOtherCluster } from '../../../../src/planner/rules/placement/pool-of-other-cluster.js';

vsphereRuleTable(poolOfOtherCluster, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for a pool of the same cluster',
    facts: vsphereFacts({ placement: { poolId: 'resgroup-9' } }),
    hits: [],
  },
  {
    name: 'fires for a pool of another',
    facts: vsphereFacts({ placement: { poolId: 'resgroup-9', clusterId: null }, hosts: [{ clusterId: 'domain-c7' }] }),
    hits: ['vm'],
  },
]);
