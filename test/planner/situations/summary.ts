import { expect } from '@jest/globals';
import type { VsphereFacts } from '../../../src/planner/facts.js';
import { planRestore } from '../../../src/planner/plan-restore.js';
import type { KeyDecisionPlan, VspherePlan } from '../../../src/planner/vsphere-plan.js';

/** More of the plan than the summary shows, where the situation is about it. */
export type More = (plan: VspherePlan) => readonly string[];

/**
 * A whole plan as a few lines: verdict; home, disks and the rest with outcome and way; every finding; and what `more`
 * adds. Whatever changes in it changes what a person is told.
 */
export function expectPlan(facts: VsphereFacts, expected: string, more: More = () => []): void {
  const plan = planRestore(facts);
  const lines = [plan.verdict, homeLine(plan), ...plan.disks.map((disk) => diskLine(plan, disk)), restLine(plan)];
  for (const { grade, ruleId, subject } of plan.findings) lines.push(`${grade} ${ruleId} (${subject})`);
  lines.push(...more(plan));
  const wanted = expected
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  expect(lines).toEqual(wanted);
}

function outcomeOf(plan: VspherePlan, name: string, deviceKey: number | null = null): string {
  return plan.components.find((one) => one.component === name && one.deviceKey === deviceKey)?.outcome ?? 'NONE';
}

function homeLine(plan: VspherePlan): string {
  const { home, bundle } = plan.keyPath;
  const told = bundle === 'NONE' ? '' : `, bundle ${bundle}`;
  return `home ${outcomeOf(plan, 'VM_HOME')}${keyText(home)}${told} on ${plan.placement.hostId ?? 'no host'}`;
}

function diskLine(plan: VspherePlan, { deviceKey, key, transport, executor }: VspherePlan['disks'][number]): string {
  const way = transport === null ? 'no way' : `${transport} on ${executor}`;
  return `disk ${deviceKey} ${outcomeOf(plan, 'DISK', deviceKey)}${keyText(key)} by ${way}`;
}

function keyText({ way, keyId, policyId }: KeyDecisionPlan): string {
  if (way === 'NONE') return '';
  const by = way === 'NEW_KEYS' || way === 'ENCRYPT' ? policyId : keyId;
  return ` ${way}${by === null ? '' : ` ${by}`}`;
}

function restLine(plan: VspherePlan): string {
  const nvram = `NVRAM ${plan.nvram.way} ${outcomeOf(plan, 'NVRAM')}`;
  return `${nvram}, vTPM ${plan.vtpm.way} ${outcomeOf(plan, 'VTPM')}, start ${outcomeOf(plan, 'POWER_ON')}`;
}

/** Kinds of the steps in order, five a line. */
export const steps: More = (plan) => {
  const kinds = plan.steps.map((step) => (step.kind === 'WRITE_DISK' ? `WRITE_${step.deviceKey}` : step.kind));
  const lines: string[] = [];
  for (let from = 0; from < kinds.length; from += 5) {
    lines.push(`${from === 0 ? 'steps' : '  then'} ${kinds.slice(from, from + 5).join(' ')}`.trim());
  }
  return lines;
};

export const proxyLines: More = (plan) =>
  plan.steps.flatMap((step) => ('lines' in step ? [step.kind, ...step.lines] : []));

export const checklist: More = (plan) => plan.checklist;

/** Why a way was ruled out, one line a rule. */
export function rejections(deviceKey: number, transport: string): More {
  return (plan) => {
    const disk = plan.disks.find((one) => one.deviceKey === deviceKey);
    const rules = disk?.rejected.filter((one) => one.transport === transport) ?? [];
    return [...new Set(rules.map(({ ruleId, executor }) => `no ${transport} on ${executor ?? 'any'}: ${ruleId}`))];
  };
}
