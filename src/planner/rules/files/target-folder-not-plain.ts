import { isPlainRelativePath } from '../../../domain/plain-path.js';
import type { LocalFilesFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const targetFolderNotPlain: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'target.folder-not-plain',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The target folder is not a plain relative path',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Places', checked: '2026-11-22' },
  remedy: 'Give a path of plain names below the location, such as "restored/vm-1".',
  check: (facts) =>
    isPlainRelativePath(facts.request.target.folder)
      ? []
      : [
          {
            subject: `location:${facts.request.target.location}`,
            explanation: 'The target folder is empty, absolute, or leaves its location.',
          },
        ],
};
