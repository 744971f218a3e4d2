import { filesOfTarget } from '../domain/target-formats.js';
import { refusal } from '../domain/user-error.js';
import type { FileDiskPlan, FilePlacement, FileStep, LocalFilesPlan } from '../planner/plan.js';
import { readStoredPlan } from '../usecases/plan-document.js';
import type { PlacedFile } from '../ports/copy-engine.js';
import type { ExecutorRestorePoint } from '../ports/executor-catalog.js';
import type { ExecutorOperation } from '../ports/executor-operation-store.js';
import { PortError } from '../ports/port-error.js';
import type { ExecutorContext } from './context.js';
import type { Refusals } from './guarded-step.js';

/** What every handler of a plan's step starts from. Read anew for each step: a step may run in another process. */
export interface PlanWork {
  readonly context: ExecutorContext;
  readonly operation: ExecutorOperation;
  readonly plan: LocalFilesPlan;
  readonly restorePoint: ExecutorRestorePoint;
}

export type StepOf<Kind extends FileStep['kind']> = Extract<FileStep, { kind: Kind }>;

/** Safe to repeat. Answers with what stands against it; throws `PortError` where a port does. */
export type StepHandler<Kind extends FileStep['kind']> = (work: PlanWork, step: StepOf<Kind>) => Promise<Refusals>;

/** Throws when rows that the operation's own constraints promise are not there. */
export async function loadPlanWork(context: ExecutorContext, operationId: string): Promise<PlanWork> {
  const operation = await context.operations.read(operationId);
  if (operation === null || operation.planId === null) throw new Error(`operation ${operationId} has no plan`);
  const stored = (await context.catalog.readPlan(operation.planId)) as LocalFilesPlan | null;
  if (stored?.planFormat !== 1) throw new Error(`plan ${operation.planId} is not of format 1`);
  const plan = readStoredPlan(stored);
  const restorePoint = await context.catalog.readRestorePoint(plan.restorePointId);
  if (restorePoint === null) throw new Error(`restore point ${plan.restorePointId} of a plan is gone`);
  return { context, operation, plan, restorePoint };
}

/** Every file that a disk is made of, the one that it is opened by first. */
export function filesOfDisk({ format, target }: FileDiskPlan): FilePlacement[] {
  return filesOfTarget(format, target.path).map((path) => ({ location: target.location, path }));
}

/** Throws `PortError` LOCATION_NOT_AVAILABLE when this executor may not write there. */
export function placeToWrite(context: ExecutorContext, target: FilePlacement): PlacedFile {
  const location = context.locations[target.location];
  if (location?.writable === true) return { rootPath: location.path, relativePath: target.path };
  const why = location === undefined ? 'has no location of this name' : 'may only read this location';
  throw new PortError('permanent', 'LOCATION_NOT_AVAILABLE', `Executor ${context.executorName} ${why}.`, {
    location: target.location,
  });
}

/** Throws `PortError` REPOSITORY_NOT_FOUND when this executor cannot open it. */
export function repositoryPath(context: ExecutorContext, name: string): string {
  const path = context.repositories[name];
  if (path !== undefined) return path;
  throw new PortError(
    'permanent',
    'REPOSITORY_NOT_FOUND',
    `Executor ${context.executorName} has no chunk repository "${name}".`,
  );
}

export function targetBusy(target: FilePlacement, holderOperationId: string): Refusals {
  return [
    refusal('TARGET_BUSY', `${target.location}:${target.path} is held by operation ${holderOperationId}.`, {
      remedy: 'Wait until that operation has ended, or restore into another folder.',
    }),
  ];
}

/** "Disk 2000 (Hard disk 1) of VM web-01": how errors name a disk. */
export function diskSubject(restorePoint: ExecutorRestorePoint, deviceKey: number): string {
  const label = restorePoint.disks.find((disk) => disk.deviceKey === deviceKey)?.label;
  return `Disk ${deviceKey}${label === undefined ? '' : ` (${label})`} of VM ${restorePoint.vmName}`;
}
