import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const placementNamesUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'placement.names-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows which names and UUIDs are taken at the target',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site, so that its VMs are known.',
  check: ({ target, site }) =>
    target.mode === 'NEW_VM' && site.machines === null
      ? [{ subject: 'vm', explanation: `The VMs of ${site.name} are not known, or no longer.` }]
      : [],
};
