import { addSeconds } from '../domain/time.js';
import { buildSteps } from './build-steps.js';
import { decideComponents } from './decide-components.js';
import { decideDisk, weighExecutors } from './decide-disk.js';
import { isVsphereFacts } from './facts.js';
import type { LocalFilesFacts, PlannerFacts, VsphereFacts } from './facts.js';
import { RULES_VERSION } from './generated/rules-version.js';
import { judge, orderJudgements, verdictOf } from './judgement.js';
import type { Judgement } from './judgement.js';
import { normaliseFacts, normaliseVsphereFacts } from './normalise-facts.js';
import type { FileDiskPlan, LocalFilesPlan, PlanFact, RestorePlan } from './plan.js';
import { digestOf } from './plan-digest.js';
import { requestedDisks } from './requested-disks.js';
import { EXECUTOR_RULES } from './rules/executors/index.js';
import { FILES_RULES } from './rules/files/index.js';
import { POINT_RULES } from './rules/point/index.js';
import type { FindingRule } from './rules/rule.js';
import type { VspherePlan } from './vsphere-plan.js';
import type { UndigestedVspherePlan } from './vsphere/plan-into-vsphere.js';
import { planIntoVsphere } from './vsphere/plan-into-vsphere.js';

const FINDING_RULES: readonly FindingRule<LocalFilesFacts>[] = [...POINT_RULES, ...EXECUTOR_RULES, ...FILES_RULES];

/**
 * Decides a restore. Pure and synchronous: the same facts give the same plan, byte for byte. All rules always run, so
 * that a person fixes a list and not a drip; a plan that blocks is still a plan and says all that blocks it.
 */
export function planRestore(given: LocalFilesFacts): LocalFilesPlan;
export function planRestore(given: VsphereFacts): VspherePlan;
export function planRestore(given: PlannerFacts): RestorePlan;
export function planRestore(given: PlannerFacts): RestorePlan {
  if (isVsphereFacts(given)) {
    const plan = decideVsphere(given);
    return { ...plan, digest: digestOf(plan) };
  }
  return planIntoFiles(normaliseFacts(given));
}

/** A plan into vSphere without its digest: enough to ask what a change would bring. */
export function decideVsphere(given: VsphereFacts): UndigestedVspherePlan {
  return planIntoVsphere(normaliseVsphereFacts(given));
}

function planIntoFiles(facts: LocalFilesFacts): LocalFilesPlan {
  const decisions = requestedDisks(facts).map((disk) => decideDisk(facts, disk));
  const disks = decisions.map((decision) => decision.plan);
  // Without a disk to move, target and executor are judged for the small files: else nobody would look at them.
  const smallFilesOnly = requestedDisks(facts).every((disk) => disk.dataState !== 'CAPTURED');
  const judgements = orderJudgements([
    ...FINDING_RULES.flatMap((rule) => rule.check(facts).map((hit) => judge(rule, hit))),
    ...decisions.flatMap((decision) => decision.judgements),
    ...(smallFilesOnly ? weighExecutors(facts, null).judgements : []),
  ]);
  const components = decideComponents(facts, disks, judgements);
  const plan = {
    planFormat: 1 as const,
    restorePointId: facts.restorePoint.id,
    vmName: facts.restorePoint.vmName,
    capturedAt: facts.restorePoint.capturedAt,
    request: facts.request,
    createdAt: facts.now,
    expiresAt: addSeconds(facts.now, facts.policy.planLifetimeSeconds),
    rulesVersion: RULES_VERSION,
    verdict: verdictOf(judgements.map((judgement) => judgement.effect)),
    components,
    disks,
    findings: judgements.map((judgement) => judgement.finding),
    steps: buildSteps(facts, disks),
    factsUsed: factsUsed(facts),
    bytesToMove: bytesToMove(disks, judgements),
    estimate: null,
  };
  return { ...plan, digest: digestOf(plan) };
}

function bytesToMove(disks: readonly FileDiskPlan[], judgements: readonly Judgement[]): number | null {
  if (judgements.some((judgement) => judgement.finding.ruleId === 'facts.contradictory')) {
    return null;
  }
  let bytes = 0;
  for (const disk of disks) {
    if (disk.bytesToMove === null) {
      return null;
    }
    bytes += disk.bytesToMove;
  }
  return bytes;
}

function factsUsed(facts: LocalFilesFacts): PlanFact[] {
  const used: PlanFact[] = facts.restorePoint.items.map((item) => ({
    subject: `item:${item.item}`,
    value: item.state,
    observedAt: item.observedAt,
  }));
  for (const executor of facts.executors) {
    used.push({
      subject: `executor:${executor.name}`,
      value: `version ${executor.version}, copy engine ${executor.engine}`,
      observedAt: executor.observedAt,
    });
    for (const location of executor.locations) {
      if (location.name === facts.request.target.location) {
        const free = location.freeBytes === null ? 'unknown' : `${location.freeBytes} bytes`;
        used.push({
          subject: `location:${location.name}@${executor.name}`,
          value: `${location.writable ? 'writable' : 'not writable'}, free ${free}`,
          observedAt: executor.observedAt,
        });
      }
    }
  }
  return used;
}
