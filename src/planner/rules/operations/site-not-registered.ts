import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteNotRegistered: VsphereRule = {
  kind: 'FINDING',
  id: 'site.not-registered',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The target is not registered as a site',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Register the site, so that it can be asked.',
  check: ({ site }) =>
    site.kind === 'UNREGISTERED'
      ? [{ subject: 'vm', explanation: `Nobody can ask ${site.name} what it is and has.` }]
      : [],
};
