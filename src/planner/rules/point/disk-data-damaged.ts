import type { CommonFacts } from '../../facts.js';
import { requestedDisks } from '../../requested-disks.js';
import type { FindingRule } from '../rule.js';

export const diskDataDamaged: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'disk.data-damaged',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Blocks of a disk are missing or damaged in the repository',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Verification', checked: '2026-11-22' },
  remedy:
    'Choose another restore point; a new capture of the same data heals the damaged chunks, verify this ' +
    'point again after it.',
  check: (facts) => {
    const damaged = requestedDisks(facts).filter((disk) => disk.dataState === 'DAMAGED');
    return damaged.map((disk) => ({
      subject: `disk:${disk.deviceKey}`,
      explanation: `A verification found chunks of ${disk.label} missing or damaged.`,
    }));
  },
};
