import type { SiteSection } from '../domain/planning-records.js';

export type FactDocumentKind = SiteSection | 'PROXY' | 'POLICY';

export interface FactDocumentProblem {
  /** Keys and positions from the document's root. */
  readonly path: readonly string[];
  /** What was expected; never a value of the document. */
  readonly message: string;
}

/** Judges documents that others push, by the same schema as facts that are read from a file. */
export interface FactDocuments {
  /** Every problem, empty when the document fits. A section is its list of entries. */
  problemsOf(kind: FactDocumentKind, document: unknown): readonly FactDocumentProblem[];
}
