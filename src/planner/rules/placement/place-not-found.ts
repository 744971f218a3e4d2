import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const placeNotFound: VsphereRule = {
  kind: 'FINDING',
  id: 'placement.place-not-found',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The folder or resource pool that was asked for is not at the target',
  statements: [],
  citation: vim('Folder.CreateVM_Task'),
  remedy: 'Name a folder and a resource pool of the target, or none.',
  check: ({ target, site }) => {
    const { folderId, poolId } = target.placement;
    if (target.mode === 'IN_PLACE' || site.places === null || site.places.duplicates.length > 0) return [];
    const asked = [
      { id: folderId, kind: 'FOLDER', word: 'folder' },
      { id: poolId, kind: 'RESOURCE_POOL', word: 'resource pool' },
    ] as const;
    const missing = asked.filter(({ id, kind }) => id !== null && site.places?.byId.get(id)?.kind !== kind);
    if (missing.length === 0) return [];
    const list = missing.map(({ id, word }) => `${word} ${id}`).join(' and no ');
    return [{ subject: 'vm', explanation: `${site.name} has no ${list}.` }];
  },
};
