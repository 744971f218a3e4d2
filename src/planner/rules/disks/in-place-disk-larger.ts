import { formatBytes } from '../../../domain/units.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceDiskLarger: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.disk-larger',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A disk to overwrite is larger than the captured one',
  statements: [],
  citation: own('Overwriting needs a proven or confirmed disk'),
  remedy:
    'Look at partitions and file systems after the restore: what lies beyond the captured size stays ' + 'as it is.',
  check: ({ disks, target }) =>
    disks.flatMap(({ disk, subject, written }) => {
      const now = written?.capacityBytes ?? null;
      const confirmed = target.diskMapping?.some((one) => one.deviceKey === disk.deviceKey) === true;
      if (now === null || now <= disk.capacityBytes || !confirmed) return [];
      const rest = formatBytes(now - disk.capacityBytes);
      return [
        { subject, explanation: `The last ${rest} of ${written?.label} keep their present bytes, as confirmed.` },
      ];
    }),
};
