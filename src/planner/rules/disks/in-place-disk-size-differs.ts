import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceDiskSizeDiffers: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.disk-size-differs',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A disk to overwrite was resized since',
  statements: [],
  citation: own('Overwriting needs a proven or confirmed disk'),
  remedy:
    'Confirm the larger disk in the mapping; a smaller one must be enlarged first, or the disk ' +
    'restored to a new VM.',
  check: (context) =>
    context.disks.flatMap(({ disk, subject, written }) => {
      const now = written?.capacityBytes ?? null;
      if (written === null || now === null || now === disk.capacityBytes) return [];
      const confirmed = context.target.diskMapping?.some((one) => one.deviceKey === disk.deviceKey) === true;
      if (now > disk.capacityBytes && confirmed) return [];
      const explanation = `${written.label} has ${now} bytes now, and ${disk.label} had ${disk.capacityBytes}.`;
      return [{ subject, explanation }];
    }),
};
