import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const requestDiskNotInPoint: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'request.disk-not-in-point',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A disk was asked for that the restore point does not have',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Plan request', checked: '2026-11-22' },
  remedy: 'Ask for device keys that the restore point lists, or for none to take all.',
  check: (facts) => {
    const known = new Set(facts.restorePoint.disks.map((disk) => disk.deviceKey));
    const strangers = (facts.request.deviceKeys ?? []).filter((deviceKey) => !known.has(deviceKey));
    return strangers.map((deviceKey) => ({
      subject: `disk:${deviceKey}`,
      explanation: `The restore point has no disk with the device key ${deviceKey}.`,
    }));
  },
};
