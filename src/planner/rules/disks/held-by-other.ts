import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceHeldByOther: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.held-by-other',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Another product holds the VM to overwrite',
  statements: ['S01'],
  citation: vim('VirtualMachine.disabledMethod; PrepareForAccess: MethodAlreadyDisabled'),
  remedy: 'Let the product that is named finish, or release the VM there; nothing is taken from it by itself.',
  check: ({ machine }) => {
    if (machine === null) return [];
    const owners = new Map<string, string[]>();
    for (const { method, owner } of machine.disabledMethods ?? []) {
      const name = owner ?? 'an unnamed owner';
      owners.set(name, [...(owners.get(name) ?? []), method]);
    }
    if (machine.managedBy !== null) owners.set(machine.managedBy, owners.get(machine.managedBy) ?? []);
    if (owners.size === 0) return [];
    const parts = [...owners]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([owner, methods]) =>
        methods.length === 0 ? `${owner} manages it` : `${owner} disabled ${[...methods].sort().join(', ')}`,
      );
    return [{ subject: 'vm', explanation: `${machine.name} is held: ${parts.join('; ')}.` }];
  },
};
