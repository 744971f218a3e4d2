import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const poolOfOtherCluster: VsphereRule = {
  kind: 'FINDING',
  id: 'placement.pool-of-other-cluster',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The resource pool belongs to another cluster than the host',
  statements: [],
  citation: vim('ResourcePool.owner'),
  remedy: 'Name a pool of the cluster, or a host of the cluster of the pool.',
  check: ({ target, site, host }) => {
    const { poolId } = target.placement;
    const pool = poolId === null ? undefined : site.places?.byId.get(poolId);
    if (target.mode === 'IN_PLACE' || pool === undefined || host === null) return [];
    if (pool.clusterId === null || pool.clusterId === host.clusterId) return [];
    return [
      { subject: 'vm', explanation: `Pool ${pool.name} is of ${pool.clusterId}, ${host.name} of ${host.clusterId}.` },
    ];
  },
};
