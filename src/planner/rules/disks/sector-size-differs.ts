import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskSectorSizeDiffers: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.sector-size-differs',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Disk and datastore differ in the size of their sectors',
  statements: [],
  citation: guide('Native 4K: error 14004 for another sector size'),
  remedy: 'Place the disk on a datastore with sectors of the same size.',
  check: ({ disks }) =>
    disks.flatMap(({ disk, place, subject }) => {
      const [own, there] = [disk.logicalSectorBytes, place.datastore?.logicalSectorBytes ?? null];
      if (own === null || there === null || own === there) return [];
      const explanation = `${disk.label} has sectors of ${own} bytes, datastore ${place.datastore?.name} of ${there}.`;
      return [{ subject, explanation }];
    }),
};
