import type { ChangeTrackingFact, PointDiskFact } from '../../src/planner/facts/vsphere-point.js';

/** A disk that was read by its changes, of a lineage in which nothing is wrong. */
export function tracked(change: Partial<ChangeTrackingFact>): Partial<PointDiskFact> {
  return {
    changeTracking: {
      changeId: '52 de c0 d9/7',
      enabledAt: '2026-05-01T00:00:00.000Z',
      coverage: 'CHANGED',
      uuidContinues: 'YES',
      sumsToCapacity: 'YES',
      snapshotBeforeEnabling: 'NO',
      knownDefects: [],
      ...change,
    },
  };
}
