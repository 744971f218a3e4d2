import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const placementNameTaken: VsphereRule = {
  kind: 'FINDING',
  id: 'placement.name-taken',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A VM of this name is there already',
  statements: [],
  citation: vim('Folder.CreateVM_Task: DuplicateName'),
  remedy: 'Choose another name or another folder; nothing that exists is overwritten or renamed.',
  check: ({ target, site }) => {
    const { name, folderId } = target.placement;
    if (target.mode === 'IN_PLACE') return [];
    const same = (site.machines?.byName.get(name) ?? []).filter(
      (one) => folderId === null || one.folderId === null || one.folderId === folderId,
    );
    return same.length === 0 ? [] : [{ subject: 'vm', explanation: `${site.name} has a VM "${name}" already.` }];
  },
};
