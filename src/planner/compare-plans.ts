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
  drift.push(...describeFindings(before, after), ...describeDisks(before, after));
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
          `${disk.executor ?? 'no executor'}.`,
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
