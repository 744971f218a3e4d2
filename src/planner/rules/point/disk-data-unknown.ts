import type { CommonFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const diskDataUnknown: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'disk.data-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the VM had disks',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Unknown is a verdict of its own',
    checked: '2026-11-22',
  },
  remedy: 'Record or capture the point again with a complete ConfigInfo, which lists the disks.',
  check: (facts) =>
    itemState(facts, 'DISK_DATA') === 'UNKNOWN'
      ? [
          {
            subject: 'vm',
            explanation:
              'The ConfigInfo is not complete enough to tell which disks the VM had, so some may be missing here.',
          },
        ]
      : [],
};
