import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const hostNotListed: VsphereRule = {
  kind: 'FINDING',
  id: 'host.not-listed',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The host or cluster that was asked for is not at the target',
  statements: [],
  citation: own('Space at the target'),
  remedy: 'Name a host or cluster of the target, or none.',
  check: ({ target, site, machine }) => {
    if (site.hosts === null || site.hosts.duplicates.length > 0) return [];
    const hostId = target.mode === 'IN_PLACE' ? (machine?.hostId ?? null) : target.placement.hostId;
    const { clusterId } = target.placement;
    if (hostId !== null && !site.hosts.byId.has(hostId)) {
      return [{ subject: 'vm', explanation: `${site.name} does not list host ${hostId}.` }];
    }
    if (hostId !== null || target.mode === 'IN_PLACE' || clusterId === null) return [];
    return site.hosts.list.some((one) => one.clusterId === clusterId)
      ? []
      : [{ subject: 'vm', explanation: `${site.name} lists no host of cluster ${clusterId}.` }];
  },
};
