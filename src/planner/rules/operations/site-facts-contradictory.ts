import { contradictionsOf } from '../../vsphere/contradictions.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const siteFactsContradictory: VsphereRule = {
  kind: 'FINDING',
  id: 'site.facts-contradictory',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Facts of the site or of its executors contradict each other',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site; if the contradiction stays, look at what is named with the vSphere client.',
  check: (context) => contradictionsOf(context),
};
