import { decidePowerOn, needsNvram } from '../../vsphere/decide-components.js';
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
      if (decision.way === 'UNKNOWN') hits.push({ subject, explanation: decision.reason });
    }
    if (context.nvram.way === 'UNKNOWN' && needsNvram(context.point)) {
      hits.push({ subject: 'nvram', explanation: context.nvram.reason });
    }
    if (context.vtpm.way === 'UNKNOWN') hits.push({ subject: 'vtpm', explanation: context.vtpm.reason });
    const start = decidePowerOn(context);
    if (start.outcome === 'UNKNOWN' && hits.length === 0) {
      hits.push({ subject: 'power-on', explanation: start.reason });
    }
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
