import { expect, test } from '@jest/globals';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { decide } from '../../src/planner/vsphere/plan-into-vsphere.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { normaliseVsphereFacts } from '../../src/planner/normalise-facts.js';
import type { HostRule, TransportRule, VsphereRule } from '../../src/planner/rules/rule.js';

/**
 * One row of a rule's table: facts, and exactly where the rule must be true, in order. Findings: subjects.
 * Transport rules: `TRANSPORT subject` with the subject of their scope (`SAN disk:2000`, `HOTADD executor:hotadd-1`,
 * `SAN disk:2000 san-1`). Host rules: names of hosts.
 */
export interface VsphereRuleRow {
  readonly name: string;
  readonly facts: VsphereFacts;
  readonly hits: readonly string[];
}

/** Checks a rule alone, and that a whole plan carries it as finding, rejection or host rejection. */
export function vsphereRuleTable(rule: VsphereRule | TransportRule | HostRule, rows: readonly VsphereRuleRow[]): void {
  const title = rule.statements.map((statement) => `[${statement}] `).join('');
  test.each(rows)(`${title}${rule.id}: $name`, ({ facts, hits }) => {
    const { context } = decide(normaliseVsphereFacts(facts));
    const plan = planRestore(facts);
    if (rule.kind === 'FINDING') {
      expect(rule.check(context).map((hit) => hit.subject)).toEqual(hits);
      const reported = plan.findings.filter((finding) => finding.ruleId === rule.id);
      expect(reported.map((finding) => finding.subject)).toEqual([...hits].sort());
      return;
    }
    if (rule.kind === 'HOST') {
      const rejected = (context.site.hosts?.list ?? []).filter((host) => rule.reject(context, host) !== null);
      expect(rejected.map((host) => host.name)).toEqual(hits);
      return;
    }
    expect(hitsOf(rule, facts)).toEqual(hits);
    const listed = plan.disks.flatMap((disk) => disk.rejected.filter((one) => one.ruleId === rule.id));
    expect(listed.length > 0).toBe(hits.length > 0);
  });
}

function hitsOf(rule: TransportRule, facts: VsphereFacts): string[] {
  const { context } = decide(normaliseVsphereFacts(facts));
  const hits: string[] = [];
  for (const transport of rule.transports) {
    if (rule.scope === 'EXECUTOR') {
      for (const executor of context.executors) {
        if (rule.reject(context, { transport, executor }) !== null) hits.push(`${transport} ${executor.subject}`);
      }
      continue;
    }
    for (const disk of context.disks) {
      if (rule.scope === 'DISK') {
        if (rule.reject(context, { transport, disk }) !== null) hits.push(`${transport} ${disk.subject}`);
        continue;
      }
      for (const executor of context.executors) {
        const why = rule.reject(context, { transport, disk, executor });
        if (why !== null) hits.push(`${transport} ${disk.subject} ${executor.name}`);
      }
    }
  }
  return hits;
}
