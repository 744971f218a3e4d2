import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const clusterRulesLeft: VsphereRule = {
  kind: 'FINDING',
  id: 'placement.cluster-rules-left',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Rules of the old cluster named the VM',
  statements: [],
  citation: vim('ClusterConfigInfoEx.rule'),
  remedy: 'Add the VM to the rules of its new cluster: affinity, groups and restart priority are not part of a backup.',
  check: ({ target, point }) => {
    const { clusterRules } = point.machine;
    return target.mode === 'IN_PLACE' || clusterRules === null || clusterRules.length === 0
      ? []
      : [{ subject: 'vm', explanation: `It was named by ${clusterRules.join(', ')}.` }];
  },
};
