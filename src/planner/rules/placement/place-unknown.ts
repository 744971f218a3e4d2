import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const placeUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'placement.place-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the folder or resource pool is at the target',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site, or name neither.',
  check: ({ target, site }) => {
    const { folderId, poolId } = target.placement;
    if (target.mode === 'IN_PLACE' || site.places !== null || (folderId === null && poolId === null)) return [];
    const asked = [folderId, poolId].filter((id) => id !== null).join(' and ');
    return [{ subject: 'vm', explanation: `Folders and pools of ${site.name} are not known, or no longer: ${asked}.` }];
  },
};
