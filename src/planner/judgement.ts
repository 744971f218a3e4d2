import type { Finding } from '../domain/finding.js';
import { FINDING_GRADES } from '../domain/words.js';
import type { Verdict } from '../domain/words.js';
import type { Rule, RuleEffect, RuleHit } from './rules/rule.js';

/** A finding together with what it does to the verdict. */
export interface Judgement {
  readonly finding: Finding;
  readonly effect: RuleEffect;
}

export function judge(rule: Rule, hit: RuleHit): Judgement {
  return {
    finding: {
      ruleId: rule.id,
      grade: rule.grade,
      subject: hit.subject,
      explanation: hit.explanation,
      remedy: rule.remedy,
      citation: rule.citation,
    },
    effect: rule.effect,
  };
}

/** A definite block stands also beside unknown facts; an unknown beside a loss hides the loss, never the reverse. */
export function verdictOf(effects: readonly RuleEffect[]): Verdict {
  if (effects.includes('BLOCKS')) {
    return 'NOT_RESTORABLE';
  }
  if (effects.includes('UNKNOWN')) {
    return 'UNKNOWN';
  }
  return effects.includes('LOSS') ? 'RESTORABLE_WITH_LOSS' : 'RESTORABLE';
}

/** Heaviest first, then by rule and subject; the same condition on the same subject is told once. */
export function orderJudgements(judgements: readonly Judgement[]): Judgement[] {
  const unique = new Map<string, Judgement>();
  for (const judgement of judgements) {
    unique.set(sortKey(judgement.finding), unique.get(sortKey(judgement.finding)) ?? judgement);
  }
  return [...unique.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, judgement]) => judgement);
}

function sortKey(finding: Finding): string {
  return `${FINDING_GRADES.indexOf(finding.grade)} ${finding.ruleId} ${finding.subject}`;
}
