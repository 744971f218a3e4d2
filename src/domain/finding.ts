import type { FindingGrade } from './words.js';

/**
 * A true condition that a rule found.
 *
 * `subject` is one of `vm`, `disk:<deviceKey>`, `nvram`, `vtpm`, `power-on`, `executor:<name>`, `location:<name>`,
 * `host:<name>`, `datastore:<name>`, `network:<deviceKey>`, `controller:<key>`, `facts:<what>`.
 */
export interface Finding {
  readonly ruleId: string;
  readonly grade: FindingGrade;
  readonly subject: string;
  readonly explanation: string;
  /** What to do, in one sentence; null where nothing helps or nothing is needed. */
  readonly remedy: string | null;
  readonly citation: Citation;
}

/** Where a rule comes from: a document that anyone may look up, its section, and the day its text was checked. */
export interface Citation {
  readonly source: string;
  readonly section: string;
  readonly checked: string;
}
