import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const placementNameNotValid: VsphereRule = {
  kind: 'FINDING',
  id: 'placement.name-not-valid',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The name is none that a VM can bear',
  statements: [],
  citation: vim('Folder.CreateVM_Task: InvalidName'),
  remedy: 'Choose a name of 1 to 80 characters without %, / and \\\\.',
  check: ({ target }) => {
    const { name } = target.placement;
    const bad = name.trim() === '' || name.length > 80 || /[%/\\\p{Cc}]/u.test(name);
    return target.mode === 'NEW_VM' && bad
      ? [{ subject: 'vm', explanation: `"${name}" has ${name.length} characters or ones that vSphere escapes.` }]
      : [];
  },
};
