import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceNameNotTyped: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.name-not-typed',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Nobody typed the name of the VM to overwrite',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Type the name of the VM exactly as it stands in the inventory.',
  check: ({ machine, target }) =>
    machine !== null && target.typedName !== machine.name
      ? [
          {
            subject: 'vm',
            explanation:
              target.typedName === null
                ? `${machine.name} is overwritten only when its name is typed.`
                : `"${target.typedName}" was typed, and the VM is named "${machine.name}".`,
          },
        ]
      : [],
};
