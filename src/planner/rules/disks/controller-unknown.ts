import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskControllerUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.controller-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows the controller of a disk',
  statements: ['S33'],
  citation: tips('VMware implicitly adds a SCSI controller'),
  remedy: 'Record the point again with a whole ConfigInfo.',
  check: ({ controllers, disks, point, target }) => {
    if (target.mode === 'IN_PLACE') return [];
    const made = new Set(controllers.map(({ key }) => key));
    for (const { bus, key } of point.machine.controllers) if (bus === 'IDE') made.add(key);
    return disks
      .filter(({ disk }) => disk.controllerKey === null || disk.unitNumber === null || !made.has(disk.controllerKey))
      .map(({ disk, subject }) => ({
        subject,
        explanation:
          `${disk.label} hung on controller ${disk.controllerKey ?? 'unknown'}, unit ` +
          `${disk.unitNumber ?? 'unknown'}; type or number of that is not known.`,
      }));
  },
};
