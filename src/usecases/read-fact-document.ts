import type { UserErrorData } from '../domain/operation-input.js';
import { addSeconds } from '../domain/time.js';
import { refusal } from '../domain/user-error.js';
import type { FactDocumentKind, FactDocuments } from '../ports/fact-documents.js';
import { isStorableText } from './check-text.js';

/** Clocks differ by so much; nothing that came in now was observed later than now. */
const CLOCK_SKEW_MAX_SECONDS = 60;
const DOCUMENT_LENGTH_MAX = 8 * 1024 * 1024;

/** A moment that lies in the past, a little clock skew apart. */
export function readObservedAt(
  observedAt: string,
  path: readonly string[],
  now: string,
): { readonly moment: string; readonly refusals: readonly UserErrorData[] } {
  if (observedAt <= now) return { moment: observedAt, refusals: [] };
  if (observedAt <= addSeconds(now, CLOCK_SKEW_MAX_SECONDS)) return { moment: now, refusals: [] };
  const message = `${observedAt} lies in the future: by the clock of the database it is ${now}.`;
  const remedy = 'Set the clock of the machine that observed it.';
  return { moment: now, refusals: [refusal('INVALID_INPUT', message, { path, remedy })] };
}

/** A JSON text that fits its schema and can be kept. Refusals name paths and what was expected, never values. */
export function readFactDocument(
  factDocuments: FactDocuments,
  kind: FactDocumentKind,
  text: string,
  path: readonly string[],
): { readonly document: unknown; readonly refusals: readonly UserErrorData[] } {
  const failed = (refusals: readonly UserErrorData[]) => ({ document: null, refusals });
  if (text.length > DOCUMENT_LENGTH_MAX) {
    const message = `The document has ${text.length} characters, more than ${DOCUMENT_LENGTH_MAX}.`;
    return failed([refusal('TOO_LARGE', message, { path })]);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return failed([refusal('INVALID_INPUT', 'The document is not JSON.', { path })]);
  }
  const problems = factDocuments.problemsOf(kind, document);
  if (problems.length > 0) {
    const remedy = 'Compare it with docs/generated/facts.schema.json.';
    return failed(
      problems.map((problem) => {
        const where = problem.path.join('.') || 'the document';
        return refusal('INVALID_INPUT', `${where}: ${problem.message}`, { path, remedy });
      }),
    );
  }
  if (!isStorable(document)) {
    const message = 'The document holds a NUL character or half a surrogate pair, which cannot be kept as text.';
    return failed([refusal('INVALID_INPUT', message, { path })]);
  }
  return { document, refusals: [] };
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner));
}
