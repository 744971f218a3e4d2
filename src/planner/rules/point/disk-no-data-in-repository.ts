import type { CommonFacts } from '../../facts.js';
import { requestedDisks } from '../../requested-disks.js';
import type { FindingRule } from '../rule.js';

export const diskNoDataInRepository: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'disk.no-data-in-repository',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'No disk of this restore point is in the repository',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Recorded and captured points',
    checked: '2026-11-22',
  },
  remedy: 'Restore the disks with the tool that holds them; this catalog keeps their metadata only.',
  check: (facts) => {
    const disks = requestedDisks(facts);
    if (disks.length === 0 || disks.some((disk) => disk.dataState !== 'NOT_CAPTURED')) {
      return [];
    }
    return [{ subject: 'vm', explanation: 'The blocks of its disks are not in the repository of this service.' }];
  },
};
