import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskPlaceDoubled: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.place-doubled',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'Two disks claim one place on a controller',
  statements: [],
  citation: vim('VirtualDevice.unitNumber'),
  remedy: 'Record or capture the point again; one of the two is wrong.',
  check: ({ disks, target }) => {
    if (target.mode === 'IN_PLACE') return [];
    const holders = new Map<string, string>();
    return disks.flatMap(({ disk, subject }) => {
      if (disk.controllerKey === null || disk.unitNumber === null) return [];
      const place = `${disk.controllerKey}:${disk.unitNumber}`;
      const holder = holders.get(place);
      if (holder === undefined) {
        holders.set(place, disk.label);
        return [];
      }
      const explanation =
        `${disk.label} and ${holder} both hang on controller ${disk.controllerKey}, unit ` + `${disk.unitNumber}.`;
      return [{ subject, explanation }];
    });
  },
};
