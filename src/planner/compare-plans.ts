import { canonicalJson } from '../domain/canonical-json.js';
import type { RestorePlan } from './plan.js';
import { digestCover } from './plan-digest.js';

/**
 * What changed between a plan and the same request planned again, one sentence each, in terms of what the digest
 * covers. Empty exactly when the digests agree.
 */
export function describeDrift(before: RestorePlan, after: RestorePlan): string[] {
  const drift: string[] = [];
  if (before.rulesVersion !== after.rulesVersion) {
    drift.push('The rules of the planner have changed since the plan was made.');
  }
  if (before.verdict !== after.verdict) {
    drift.push(`The verdict was ${before.verdict} and is now ${after.verdict}.`);
  }
  drift.push(
    ...describeFindings(before, after),
    ...describeComponents(before, after),
    ...describeDisks(before, after),
    ...describeSteps(before, after),
  );
  if (drift.length === 0) {
    const left = digestCover(before);
    const right = digestCover(after);
    for (const key of Object.keys(right)) {
      if (canonicalJson(left[key]) !== canonicalJson(right[key])) {
        drift.push(`The ${key} of the plan have changed.`);
      }
    }
  }
  return drift;
}

function describeFindings(before: RestorePlan, after: RestorePlan): string[] {
  const key = (finding: RestorePlan['findings'][number]): string =>
    `${finding.grade} ${finding.ruleId} ${finding.subject}`;
  const known = new Set(before.findings.map(key));
  const left = new Set(after.findings.map(key));
  return [
    ...after.findings.filter((one) => !known.has(key(one))).map((one) => `New: ${one.explanation} (${one.ruleId})`),
    ...before.findings.filter((one) => !left.has(key(one))).map((one) => `Gone: ${one.explanation} (${one.ruleId})`),
  ];
}

/** What becomes of each part, and the rules that made it so: those whose findings about it are new. */
function describeComponents(before: RestorePlan, after: RestorePlan): string[] {
  const changed: string[] = [];
  for (const { component, deviceKey, outcome } of after.components) {
    const earlier = before.components.find((one) => one.component === component && one.deviceKey === deviceKey);
    if (earlier === undefined || earlier.outcome === outcome) continue;
    const rules = newRules(before, after, subjectOf(component, deviceKey));
    const by = rules.length === 0 ? '' : ` (${rules.join(', ')})`;
    const name = deviceKey === null ? component : `Disk ${deviceKey}`;
    changed.push(`${name} was ${earlier.outcome} and is now ${outcome}${by}.`);
  }
  return changed;
}

const SUBJECT_OF: Readonly<Record<string, string>> = {
  VM_HOME: 'vm',
  NVRAM: 'nvram',
  VTPM: 'vtpm',
  POWER_ON: 'power-on',
};

function subjectOf(component: string, deviceKey: number | null): string {
  return deviceKey === null ? (SUBJECT_OF[component] ?? 'vm') : `disk:${deviceKey}`;
}

function newRules(before: RestorePlan, after: RestorePlan, subject: string): string[] {
  const known = new Set(before.findings.filter((one) => one.subject === subject).map(({ ruleId }) => ruleId));
  const rules = after.findings.filter((one) => one.subject === subject && !known.has(one.ruleId));
  return [...new Set(rules.map(({ ruleId }) => ruleId))].sort();
}

/** Steps by kind and subject; their order follows from the rest. */
function describeSteps(before: RestorePlan, after: RestorePlan): string[] {
  const key = ({ kind, subject }: RestorePlan['steps'][number]): string => `${kind} ${subject}`;
  const had = new Set(before.steps.map(key));
  const has = new Set(after.steps.map(key));
  return [
    ...[...has].filter((step) => !had.has(step)).map((step) => `New step: ${step}.`),
    ...[...had].filter((step) => !has.has(step)).map((step) => `Step left out: ${step}.`),
  ];
}

/** Why the earlier way is out now: the rules that reject it. */
function rejectedBy(disk: RestorePlan['disks'][number], earlier: RestorePlan['disks'][number]): string {
  const rules = disk.rejected.filter(
    ({ transport, executor }) =>
      transport === earlier.transport && (executor === null || executor === earlier.executor),
  );
  const ids = [...new Set(rules.map(({ ruleId }) => ruleId))].sort();
  return ids.length === 0 ? '' : ` (${ids.join(', ')})`;
}

function describeDisks(before: RestorePlan, after: RestorePlan): string[] {
  const drift: string[] = [];
  for (const disk of after.disks) {
    const earlier = before.disks.find((candidate) => candidate.deviceKey === disk.deviceKey);
    if (earlier === undefined) {
      drift.push(`Disk ${disk.deviceKey} was not part of the plan.`);
      continue;
    }
    if (earlier.indexHash !== disk.indexHash || earlier.repository !== disk.repository) {
      drift.push(`The data of disk ${disk.deviceKey} is another than planned.`);
    }
    if (earlier.executor !== disk.executor || earlier.transport !== disk.transport) {
      const was = `${earlier.transport ?? 'no way'} on ${earlier.executor ?? 'no executor'}`;
      drift.push(
        `Disk ${disk.deviceKey} was planned by ${was}, now ${disk.transport ?? 'no way'} on ` +
          `${disk.executor ?? 'no executor'}${rejectedBy(disk, earlier)}.`,
      );
    }
  }
  for (const disk of before.disks) {
    if (!after.disks.some((candidate) => candidate.deviceKey === disk.deviceKey)) {
      drift.push(`Disk ${disk.deviceKey} is no longer part of the plan.`);
    }
  }
  return drift;
}
