import { needsNvram } from '../../vsphere/decide-components.js';
import { isEpochUndecided } from '../../vsphere/decide-nvram.js';
import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { own } from '../citations.js';
import type { RuleHit, VsphereRule } from '../rule.js';

export const decisionNotMade: VsphereRule = {
  kind: 'FINDING',
  id: 'decision.not-made',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'A fact that decides is not known',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the facts of the site and its executors; where the point itself lacks the fact, record it again.',
  check: (context) => {
    const hits: RuleHit[] = [];
    for (const { subject, decision } of keyDecisionsOf(context)) {
      // A key of which the target says too little has a rule for each cause.
      if (decision.way !== 'UNKNOWN' || decision.availability?.state === 'UNKNOWN') continue;
      hits.push({ subject, explanation: decision.reason });
    }
    if (context.nvram.way === 'UNKNOWN' && needsNvram(context.point) && !isEpochUndecided(context)) {
      hits.push({ subject: 'nvram', explanation: context.nvram.reason });
    }
    if (context.vtpm.way === 'UNKNOWN') hits.push({ subject: 'vtpm', explanation: context.vtpm.reason });
    if (context.host === null && context.hostRejections.length === 0) {
      const explanation =
        context.site.hosts === null
          ? `The hosts of ${context.site.name} are not known, or no longer.`
          : 'No host of the target fits what was asked for.';
      hits.push({ subject: 'vm', explanation });
    }
    return hits;
  },
};
