import type { FactDocumentKind, FactDocuments } from '../../ports/fact-documents.js';
import { policy } from './policy.js';
import { proxy } from './proxy.js';
import { SECTION_ENTRIES } from './site.js';
import { listOf } from './words.js';

const PROBLEMS_MAX = 10;

/** By the schema that `reinstate plan --facts` reads with: unknown keys are refused, so that nothing slips in. */
export const factDocuments: FactDocuments = {
  problemsOf: (kind, document) => {
    const parsed = schemaOf(kind).safeParse(document);
    if (parsed.success) return [];
    return parsed.error.issues
      .slice(0, PROBLEMS_MAX)
      .map(({ path, message }) => ({ path: path.map(String), message: message.slice(0, 300) }));
  },
};

function schemaOf(kind: FactDocumentKind) {
  if (kind === 'PROXY') return proxy;
  if (kind === 'POLICY') return policy.partial();
  return listOf(SECTION_ENTRIES[kind]);
}
