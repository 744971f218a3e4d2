import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskSectorSizeUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.sector-size-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether disk and datastore have sectors of one size',
  statements: [],
  citation: guide('Native 4K: error 14004 for another sector size'),
  remedy: 'Refresh the site; where the point lacks the sector size, record or capture it again.',
  check: ({ disks }) =>
    disks
      .filter(
        ({ disk, place, hasData }) =>
          hasData &&
          place.datastore !== null &&
          (disk.logicalSectorBytes === null || place.datastore.logicalSectorBytes === null),
      )
      .map(({ disk, place, subject }) => ({
        subject,
        explanation:
          'The sectors of ' +
          `${disk.logicalSectorBytes === null ? disk.label : `datastore ${place.datastore?.name}`} are of ` +
          'unknown size.',
      })),
};
