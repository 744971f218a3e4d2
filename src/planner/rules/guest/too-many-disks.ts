import { maximums } from '../citations.js';
import type { RuleHit, VsphereRule } from '../rule.js';

/** Disks that a controller of this kind holds at most; of one that is not known, what the largest holds. */
function limitOf(type: string | null, bus: string): number {
  if (bus === 'IDE') return 2;
  if (bus === 'SATA') return 30;
  if (bus === 'SCSI' && type !== null && type !== 'ParaVirtualSCSIController') return 15;
  return 64;
}

export const guestTooManyDisks: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.too-many-disks',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A controller would hold more disks than it can',
  statements: [],
  citation: maximums('Virtual machine maximums: devices per controller'),
  remedy: 'Record the point again: so many disks on one controller cannot be. Or restore fewer of them at once.',
  check: ({ disks, point, target }) => {
    if (target.mode === 'IN_PLACE') return [];
    const counts = new Map<number, number>();
    for (const { disk } of disks) {
      if (disk.controllerKey !== null) counts.set(disk.controllerKey, (counts.get(disk.controllerKey) ?? 0) + 1);
    }
    const hits: RuleHit[] = [];
    for (const [controllerKey, count] of [...counts].sort(([left], [right]) => left - right)) {
      const controller = point.machine.controllers.find(({ key }) => key === controllerKey);
      const most = limitOf(controller?.type ?? null, controller?.bus ?? 'UNKNOWN');
      if (count <= most) continue;
      const explanation = `${count} disks hang on controller ${controllerKey}, which holds ${most} at most.`;
      hits.push({ subject: `controller:${controllerKey}`, explanation });
    }
    return hits;
  },
};
