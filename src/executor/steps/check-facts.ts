import { refusal } from '../../domain/user-error.js';
import type { FilePlacement, FileStep, LocalFilesPlan } from '../../planner/plan.js';
import type { Refusals } from '../guarded-step.js';
import { checkNvram } from './write-nvram.js';
import { filesOfDisk, placeToWrite, type PlanWork, repositoryPath, type StepOf } from '../plan-work.js';

/**
 * Facts may have changed since the plan was made: engine, location, repository, space, and that none of the files is
 * there. Files that this very operation began are its own: the step may be repeated after they were made.
 */
export async function checkFacts(work: PlanWork, _step: StepOf<'CHECK_FACTS'>): Promise<Refusals> {
  const { context, plan } = work;
  const outdated = [...refuseExpired(work), ...refuseForeign(work)];
  if (outdated.length > 0) return outdated;
  if (context.engineReason !== null && plan.steps.some((step) => step.kind === 'RESTORE_DISK')) {
    return [
      refusal('ENGINE_UNAVAILABLE', `Executor ${context.executorName}: ${context.engineReason}`, {
        remedy: 'Build the native part on the executor, then try again.',
      }),
    ];
  }
  for (const disk of plan.disks) {
    if (disk.executor !== null && disk.repository !== null) repositoryPath(context, disk.repository);
  }
  const targets = plan.steps.flatMap((step) => filesOf(plan, step));
  const claims = await context.claims.list(work.operation.id);
  const begun = new Set(claims.filter((claim) => claim.writing).map((claim) => `${claim.location}:${claim.path}`));
  const refusals = [...(await refuseLocation(work))];
  if (refusals.length > 0) return refusals;
  for (const target of targets.filter(({ location, path }) => !begun.has(`${location}:${path}`))) {
    const there = await context.files.inspect(placeToWrite(context, target));
    if (there === null) continue;
    refusals.push(
      refusal('TARGET_EXISTS', `${target.location}:${target.path} exists already; nothing is overwritten.`, {
        remedy: 'Choose another folder, or move away what stands there.',
      }),
    );
  }
  if (refusals.length === 0 && begun.size === 0) {
    refusals.push(...(await refuseSpace(work)));
    if (plan.steps.some((step) => step.kind === 'WRITE_NVRAM')) refusals.push(...(await checkNvram(work)));
  }
  return refusals;
}

/** The operation may have waited for long. Once begun, it goes on however often its executor is restarted. */
function refuseExpired({ operation, plan }: PlanWork): Refusals {
  const begunAt = operation.startedAt;
  if (begunAt === null || Date.parse(begunAt) <= Date.parse(plan.expiresAt)) return [];
  const message = `The plan expired at ${plan.expiresAt}, before the work began at ${begunAt}.`;
  return [refusal('PLAN_EXPIRED', message, { remedy: 'Plan again, and execute the new plan.' })];
}

/** Locations are names: the same name on another machine is another folder. */
function refuseForeign({ context, plan }: PlanWork): Refusals {
  const foreign = plan.disks.find(({ executor }) => executor !== null && executor !== context.executorName);
  if (foreign === undefined) return [];
  const message = `The plan is for executor ${foreign.executor}, and executor ${context.executorName} took the work.`;
  return [
    refusal('LOCATION_NOT_AVAILABLE', message, {
      remedy: `Retry the operation while executor ${foreign.executor} runs, or plan again for another one.`,
    }),
  ];
}

/** Every file that the step will make, extents of a disk among them. */
function filesOf(plan: LocalFilesPlan, step: FileStep): FilePlacement[] {
  if (!('target' in step)) return [];
  if (step.kind !== 'RESTORE_DISK') return [step.target];
  const disk = plan.disks.find(({ deviceKey }) => deviceKey === step.deviceKey);
  return disk === undefined ? [step.target] : filesOfDisk(disk);
}

async function refuseLocation({ context, plan }: PlanWork): Promise<Refusals> {
  const { location, folder } = plan.request.target;
  const place = placeToWrite(context, { location, path: folder });
  const space = await context.files.space(place.rootPath);
  if (space.writable) return [];
  const found = space.readable ? 'cannot be written by the service' : 'is not there or cannot be read';
  return [
    refusal('TARGET_NOT_WRITABLE', `Location ${location} of executor ${context.executorName} ${found}.`, {
      remedy: 'Make its folder, and give the service the right to write there.',
    }),
  ];
}

async function refuseSpace({ context, plan }: PlanWork): Promise<Refusals> {
  const { location, folder } = plan.request.target;
  const { freeBytes } = await context.files.space(placeToWrite(context, { location, path: folder }).rootPath);
  const spaceBytes = plan.disks.reduce((sum, disk) => sum + disk.spaceBytes, 0);
  if (freeBytes === null || freeBytes >= spaceBytes) return [];
  return [
    refusal('NO_SPACE', `Location ${location} has ${freeBytes} bytes free, the restore needs ${spaceBytes}.`, {
      remedy: 'Free some space, or restore into another location.',
    }),
  ];
}
