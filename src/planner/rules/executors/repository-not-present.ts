import type { CommonFacts } from '../../facts.js';
import type { RejectionRule } from '../rule.js';

export const executorRepositoryNotPresent: RejectionRule<CommonFacts> = {
  kind: 'REJECTION',
  scope: 'DISK_AND_EXECUTOR',
  id: 'executor.repository-not-present',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'An executor cannot open the repository of a disk',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Chunk repository',
    checked: '2026-11-22',
  },
  remedy: 'Make the repository folder reachable for that executor and start it again.',
  reject: (_facts, disk, executor) => {
    if (disk === null || disk.repository === null) {
      return null;
    }
    const repository = executor.repositories.find((candidate) => candidate.name === disk.repository);
    if (repository?.present === true) {
      return null;
    }
    return {
      subject: `executor:${executor.name}`,
      explanation: `Executor ${executor.name} cannot open the repository ${disk.repository}.`,
    };
  },
};
