import type { CommonFacts } from '../../facts.js';
import { requestedDisks } from '../../requested-disks.js';
import type { FindingRule } from '../rule.js';

export const diskDataIncomplete: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'disk.data-incomplete',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Blocks of a disk are still being captured',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Restore point states',
    checked: '2026-11-22',
  },
  remedy: 'Wait until the capture has ended, or choose another restore point.',
  check: (facts) => {
    const incomplete = requestedDisks(facts).filter((disk) => disk.dataState === 'CAPTURING');
    return incomplete.map((disk) => ({
      subject: `disk:${disk.deviceKey}`,
      explanation: `The blocks of ${disk.label} are not whole in the repository.`,
    }));
  },
};
