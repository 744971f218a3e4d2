import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskUuidUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.uuid-unknown',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The UUID of a disk was not captured',
  statements: [],
  citation: vim('VirtualDiskFlatVer2BackingInfo.uuid'),
  remedy: 'Look after the restore whether the guest names its disks by their serial numbers.',
  check: ({ disks, target }) =>
    target.mode === 'IN_PLACE'
      ? []
      : disks
          .filter(({ disk }) => disk.uuid === null)
          .map(({ disk, subject }) => ({
            subject,
            explanation: `${disk.label} gets a new UUID, which a guest may see as another disk.`,
          })),
};
