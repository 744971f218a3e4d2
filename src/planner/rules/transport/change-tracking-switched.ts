import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const changeTrackingSwitchedOff: VsphereRule = {
  kind: 'FINDING',
  id: 'change-tracking.switched-off',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Change tracking of the VM is switched off for the restore',
  statements: ['S04'],
  citation: tips('Changed Block Tracking must be disabled for SAN restores'),
  remedy: null,
  check: ({ changeTracking, machine, target }) => {
    if (target.mode !== 'IN_PLACE' || !changeTracking.offBefore) return [];
    const name = machine?.name ?? target.placement.name;
    const after = changeTracking.onAfter ? 'switched on again afterwards' : 'left off, since its state is not known';
    const explanation = `Tracking of ${name} misreports once a restore has begun: it is ${after}.`;
    return [{ subject: 'vm', explanation: `${explanation} The next backup of every product is a full one.` }];
  },
};
