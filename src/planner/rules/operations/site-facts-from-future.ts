import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteFactsFromFuture: VsphereRule = {
  kind: 'FINDING',
  id: 'site.facts-from-future',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Facts of the site are dated after now',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Set the clocks of executors and database right (NTP), then refresh the site.',
  check: ({ site, facts }) =>
    site.stale
      .filter((name) => (facts.site[name]?.observedAt ?? '') > facts.now)
      .map((name) => ({
        subject: `facts:${name}`,
        explanation: `Seen ${facts.site[name]?.observedAt}, which is after now (${facts.now}): they count as unknown.`,
      })),
};
