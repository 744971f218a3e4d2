import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteFactsStale: VsphereRule = {
  kind: 'FINDING',
  id: 'site.facts-stale',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Facts of the site are too old to count',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site.',
  check: ({ site, facts }) =>
    site.stale
      .filter((name) => (facts.site[name]?.observedAt ?? '') <= facts.now)
      .map((name) => ({
        subject: `facts:${name}`,
        explanation:
          `Seen ${facts.site[name]?.observedAt}, ` +
          `at ${facts.now} more than ${facts.policy.factAgeMaxSeconds} s ago.`,
      })),
};
