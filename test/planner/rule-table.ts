import { expect, test } from '@jest/globals';
import type { LocalFilesFacts } from '../../src/planner/facts.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import type { FindingRule, RejectionRule } from '../../src/planner/rules/rule.js';

type FilesRule = FindingRule<LocalFilesFacts> | RejectionRule<LocalFilesFacts>;

/** One row of a rule's table: facts, and the exact subjects for which the rule must fire, in order. */
export interface RuleRow {
  readonly name: string;
  readonly facts: LocalFilesFacts;
  readonly subjects: readonly string[];
}

/** Checks a rule alone, and that a whole plan reports it as a finding under its id for the same subjects. */
export function ruleTable(rule: FilesRule, rows: readonly RuleRow[]): void {
  const title = rule.statements.map((statement) => `[${statement}] `).join('');
  test.each(rows)(`${title}${rule.id}: $name`, ({ facts, subjects }) => {
    expect(subjectsOf(rule, facts)).toEqual(subjects);
    const reported = planRestore(facts).findings.filter((finding) => finding.ruleId === rule.id);
    if (rule.kind === 'FINDING') {
      expect(reported.map((finding) => finding.subject)).toEqual([...subjects].sort());
    }
    for (const finding of reported) {
      expect(finding).toMatchObject({ grade: rule.grade, remedy: rule.remedy });
    }
  });
}

/** Subjects for which the rule is true. A rejection is asked for each disk and executor. */
function subjectsOf(rule: FilesRule, facts: LocalFilesFacts): string[] {
  if (rule.kind === 'FINDING') {
    return rule.check(facts).map((hit) => hit.subject);
  }
  const hits = facts.restorePoint.disks.flatMap((disk) =>
    facts.executors.map((executor) => rule.reject(facts, disk, executor)),
  );
  return hits.flatMap((hit) => (hit === null ? [] : [hit.subject]));
}
