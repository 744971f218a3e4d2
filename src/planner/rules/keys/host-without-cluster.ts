import { providersInUse } from '../../vsphere/providers-in-use.js';
import { knowledgeBase } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostWithoutCluster: HostRule = {
  kind: 'HOST',
  id: 'host.without-cluster',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'A native key provider serves hosts of clusters, and none is known for a host',
  statements: [],
  citation: knowledgeBase(378053, 'Native key provider: hosts must be in a cluster'),
  remedy: 'Choose a host in a cluster, or move the host into one.',
  reject: (context, host) =>
    host.clusterId === null && providersInUse(context).some(({ type }) => type === 'NATIVE')
      ? `Host ${host.name} is in no known cluster, and a native provider serves hosts of clusters only.`
      : null,
};
