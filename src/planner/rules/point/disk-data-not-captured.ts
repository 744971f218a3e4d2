import type { CommonFacts } from '../../facts.js';
import { requestedDisks } from '../../requested-disks.js';
import type { FindingRule } from '../rule.js';

export const diskDataNotCaptured: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'disk.data-not-captured',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'A disk has no data in the backup',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Recorded and captured points',
    checked: '2026-11-22',
  },
  remedy: 'Restore this disk from another source, or leave it out by naming the others.',
  check: (facts) => {
    const missing = requestedDisks(facts).filter((disk) => disk.dataState === 'NOT_CAPTURED');
    return missing.map((disk) => ({
      subject: `disk:${disk.deviceKey}`,
      explanation: `The blocks of ${disk.label} were not captured: it does not come back.`,
    }));
  },
};
