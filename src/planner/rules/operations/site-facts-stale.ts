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
  check: ({ site, facts }) => {
    const old = site.stale.filter((name) => (facts.site[name]?.observedAt ?? '') <= facts.now);
    if (old.length === 0) return [];
    const seen = old.map((name) => `${name} (seen ${facts.site[name]?.observedAt})`).join(', ');
    const explanation = `More than ${facts.policy.factAgeMaxSeconds} s before ${facts.now}: ${seen}.`;
    return [{ subject: 'facts:site', explanation }];
  },
};
