import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteIsAnother: VsphereRule = {
  kind: 'FINDING',
  id: 'site.is-another',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The facts are of another site than the one asked for',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Plan again with facts of the site that is asked for.',
  check: ({ site, target }) =>
    site.siteId === target.siteId
      ? []
      : [{ subject: 'vm', explanation: `Site ${target.siteId} was asked for, and the facts are of ${site.siteId}.` }],
};
