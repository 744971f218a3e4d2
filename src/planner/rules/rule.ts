import type { Citation } from '../../domain/finding.js';
import type { FindingGrade, Transport } from '../../domain/words.js';
import type { DiskFact, ExecutorFact } from '../facts.js';
import type { HostFact } from '../facts/site.js';
import type { Candidate, VsphereContext, WithHost, WithKeys } from '../vsphere/context.js';

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
export interface FindingRule<Facts> extends RuleBase {
  readonly kind: 'FINDING';
  readonly check: (facts: Facts) => readonly RuleHit[];
}

export interface RuleHit {
  readonly subject: string;
  readonly explanation: string;
}

/**
 * One condition that rules an executor out for a disk, or for the small files where there is no disk (null). It
 * becomes a finding only when no alternative is left; its effect is then either BLOCKS or UNKNOWN.
 */
export interface RejectionRule<Facts> extends RuleBase {
  readonly kind: 'REJECTION';
  /** EXECUTOR: the answer is the same for every disk, so it is asked once. */
  readonly scope: 'EXECUTOR' | 'DISK_AND_EXECUTOR';
  readonly reject: (facts: Facts, disk: DiskFact | null, executor: ExecutorFact) => RuleHit | null;
}

/** One condition over the facts and decisions of a restore into vSphere. Reads what was decided; decides nothing. */
export type VsphereRule = FindingRule<VsphereContext>;

/**
 * One condition that rules a way into vSphere out: a transport, by an executor, for a disk. Answers with the reason in
 * one sentence, or null. It becomes a finding only when a disk has no way left.
 */
export type TransportRule = RuleBase & {
  readonly kind: 'TRANSPORT';
  readonly effect: 'BLOCKS' | 'UNKNOWN';
  readonly transports: readonly Transport[];
} & (
    | { readonly scope: 'EXECUTOR'; readonly reject: (context: WithHost, one: ExecutorCandidate) => string | null }
    | { readonly scope: 'DISK'; readonly reject: (context: WithHost, one: DiskCandidate) => string | null }
    | { readonly scope: 'DISK_AND_EXECUTOR'; readonly reject: (context: WithHost, one: Candidate) => string | null }
  );

/** A candidate before its disk is looked at. */
export type ExecutorCandidate = Omit<Candidate, 'disk'>;
/** A candidate before its executor is looked at. */
export type DiskCandidate = Omit<Candidate, 'executor'>;

/** One condition that rules a host of the target out. It becomes a finding only when no host is left. */
export interface HostRule extends RuleBase {
  readonly kind: 'HOST';
  readonly effect: 'BLOCKS' | 'UNKNOWN';
  readonly reject: (context: WithKeys, host: HostFact) => string | null;
}

/** A rule as lists and texts see it: all but its condition. */
export type Rule = RuleBase & { readonly kind: 'FINDING' | 'REJECTION' | 'TRANSPORT' | 'HOST' };
