import type { Citation } from '../../domain/finding.js';
import type { FindingGrade } from '../../domain/words.js';
import type { DiskFact, ExecutorFact, PlannerFacts } from '../facts.js';

/**
 * What a true condition does to the verdict.
 * BLOCKS: not restorable. UNKNOWN: nobody knows. LOSS: restorable with loss. NONE: nothing.
 */
export type RuleEffect = 'BLOCKS' | 'UNKNOWN' | 'LOSS' | 'NONE';

interface RuleBase {
  /** Stable, dotted, never reused. */
  readonly id: string;
  readonly grade: FindingGrade;
  readonly effect: RuleEffect;
  /** The condition in a few words. */
  readonly title: string;
  /** Statements of docs/source-statements.md that this rule answers. */
  readonly statements: readonly string[];
  readonly citation: Citation;
  /** What helps, in one sentence; null where nothing does or nothing need be done. */
  readonly remedy: string | null;
}

/** One condition over all facts. Pure; knows no other rule; reports every subject for which it is true. */
export interface FindingRule extends RuleBase {
  readonly kind: 'FINDING';
  readonly check: (facts: PlannerFacts) => readonly RuleHit[];
}

export interface RuleHit {
  readonly subject: string;
  readonly explanation: string;
}

/**
 * One condition that rules an executor out for a disk, or for the small files where there is no disk (null). It
 * becomes a finding only when no alternative is left; its effect is then either BLOCKS or UNKNOWN.
 */
export interface RejectionRule extends RuleBase {
  readonly kind: 'REJECTION';
  readonly reject: (facts: PlannerFacts, disk: DiskFact | null, executor: ExecutorFact) => RuleHit | null;
}

export type Rule = FindingRule | RejectionRule;
