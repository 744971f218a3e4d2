import { TARGET_FORMAT_TRAITS } from '../domain/target-formats.js';
import type { TargetFormat } from '../domain/target-formats.js';
import { bytesOfDisk, spaceOfDisk } from './bytes-needed.js';
import type { DiskFact, ExecutorFact, LocalFilesFacts } from './facts.js';
import { judge } from './judgement.js';
import type { Judgement } from './judgement.js';
import type { FileDiskPlan, RejectedTransport } from './plan.js';
import { EXECUTOR_REJECTIONS } from './rules/executors/index.js';
import { FILES_REJECTIONS } from './rules/files/index.js';
import type { RejectionRule } from './rules/rule.js';

const REJECTION_RULES: readonly RejectionRule<LocalFilesFacts>[] = [...EXECUTOR_REJECTIONS, ...FILES_REJECTIONS];

/** How one disk gets its blocks, and what to tell when no way is left. */
export interface DiskDecision {
  readonly plan: FileDiskPlan;
  readonly judgements: readonly Judgement[];
}

/** Decides one disk: the first executor by name that no rule rejects. */
export function decideDisk(facts: LocalFilesFacts, disk: DiskFact): DiskDecision {
  const { chosen, rejected, judgements } = weighExecutors(facts, disk);
  const { location, folder, diskFormat } = facts.request.target;
  const hasData = disk.dataState === 'CAPTURED' && disk.indexHash !== null;
  return {
    plan: {
      deviceKey: disk.deviceKey,
      label: disk.label,
      capacityBytes: disk.capacityBytes,
      bytesToMove: hasData ? disk.dataBytes : 0,
      repository: disk.repository,
      indexHash: disk.indexHash,
      transport: hasData && chosen !== null ? 'LOCAL_FILE' : null,
      executor: hasData ? (chosen?.name ?? null) : null,
      reasons: hasData && chosen !== null ? [reasonFor(disk, diskFormat, chosen)] : [],
      rejected,
      format: diskFormat,
      target: { location, path: `${folder}/disk-${disk.deviceKey}.${TARGET_FORMAT_TRAITS[diskFormat].fileEnding}` },
      spaceBytes: hasData ? spaceOfDisk(disk, diskFormat).atLeastBytes : 0,
    },
    judgements: hasData ? judgements : [],
  };
}

/** What every executor has against it, and the one that is left. */
export interface ExecutorChoice {
  readonly chosen: ExecutorFact | null;
  readonly rejected: readonly RejectedTransport[];
  /** Empty when one is left. */
  readonly judgements: readonly Judgement[];
}

/** Weighs every executor by every rejection rule, for one disk or for the small files alone. */
export function weighExecutors(facts: LocalFilesFacts, disk: DiskFact | null): ExecutorChoice {
  const rejected: RejectedTransport[] = [];
  const judgements: Judgement[][] = [];
  let chosen: ExecutorFact | null = null;
  for (const executor of facts.executors) {
    const reasons = rejectionsOf(facts, disk, executor);
    if (reasons.length === 0) {
      chosen = chosen ?? executor;
      continue;
    }
    judgements.push(reasons);
    for (const { finding } of reasons) {
      rejected.push({
        transport: 'LOCAL_FILE',
        executor: executor.name,
        ruleId: finding.ruleId,
        why: finding.explanation,
      });
    }
  }
  return { chosen, rejected, judgements: chosen === null ? blocksWhenNoneIsLeft(judgements) : [] };
}

function rejectionsOf(facts: LocalFilesFacts, disk: DiskFact | null, executor: ExecutorFact): Judgement[] {
  const reasons: Judgement[] = [];
  for (const rule of REJECTION_RULES) {
    const hit = rule.reject(facts, disk, executor);
    if (hit !== null) {
      reasons.push(judge(rule, hit));
    }
  }
  return reasons;
}

/**
 * An executor about which one thing is unknown and nothing is definite may still do the work: then the answer is
 * unknown as a whole, and the definite reasons of other executors are told without blocking.
 */
function blocksWhenNoneIsLeft(perExecutor: readonly Judgement[][]): Judgement[] {
  const maybe = perExecutor.some((reasons) => reasons.every((reason) => reason.effect === 'UNKNOWN'));
  return perExecutor.flat().map((reason) => (maybe ? { ...reason, effect: 'UNKNOWN' as const } : reason));
}

function reasonFor(disk: DiskFact, format: TargetFormat, executor: ExecutorFact): string {
  const wholeCapacity = disk.dataBytes === null || TARGET_FORMAT_TRAITS[format].occupies === 'CAPACITY';
  const amount = wholeCapacity ? 'its capacity' : `${bytesOfDisk(disk)} bytes of data`;
  return `Executor ${executor.name} holds the repository and the target location, with room for ${amount}.`;
}
