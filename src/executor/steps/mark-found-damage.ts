import { refusal } from '../../domain/user-error.js';
import type { BrokenIndex, BrokenPlace, TraceDamageResult } from '../../ports/copy-engine.js';
import type { DamagedDisk } from '../../ports/executor-catalog.js';
import type { ScrubRun } from '../../ports/repository-upkeep.js';
import { executorActor, type ExecutorContext } from '../context.js';
import type { Refusals } from '../guarded-step.js';
import { repositoryPath } from '../plan-work.js';
import { HEAL, namePoints, ROUNDS_MAX } from '../shared-damage.js';

const POINTS_NAMED_MAX = 20;
const NOTES_MAX = 50;
const PLACES_NAMED_MAX = 5;

/**
 * Names and marks every restore point that the bad objects of a scrub break, missing chunks of the same folders and
 * unusable pages included. What a capture healed meanwhile breaks nothing. What could not be read is told, and marks
 * nothing: it may be whole.
 */
export async function markFound(
  context: ExecutorContext,
  operationId: string,
  repository: string,
  run: ScrubRun,
): Promise<Refusals> {
  const found = { damaged: [] as BrokenIndex[], unreadable: [] as BrokenIndex[], missing: 0, healed: 0 };
  const disks: DamagedDisk[] = [];
  const unsure: string[] = [];
  const seen = new Set<string>();
  // Points that came while the others were looked at may name the same chunks, unread.
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const { roots } = await context.upkeep.readIndexes(repository);
    const fresh = roots.filter((root) => !seen.has(root));
    if (fresh.length === 0) break;
    for (const root of fresh) seen.add(root);
    const traced = await trace(context, repository, run, fresh);
    if (round === 0) found.healed = traced.healedCount;
    found.missing += traced.foundCount;
    const broken = traced.indexes.filter(({ damagedCount }) => damagedCount > 0);
    found.damaged.push(...broken);
    unsure.push(...traced.indexes.filter(({ damagedCount }) => damagedCount === 0).map(({ indexHash }) => indexHash));
    if (broken.length === 0) continue;
    const cause = { actor: executorActor(context), operationId };
    const hashes = broken.map(({ indexHash }) => indexHash);
    disks.push(...(await context.catalog.markIndexesDamaged(repository, hashes, cause)));
  }
  await keepResult(context, operationId, run, found, disks);
  await tell(context, operationId, found.damaged, disks);
  return refusalsOf(repository, run, { disks, unsureCount: unsure.length, healed: found.healed });
}

async function trace(
  context: ExecutorContext,
  repository: string,
  run: ScrubRun,
  indexHashes: readonly string[],
): Promise<TraceDamageResult> {
  return await context.scrubber.traceDamage(
    {
      repositoryPath: repositoryPath(context, repository),
      indexHashes,
      badIds: run.bad.map(({ id }) => id),
      readAgain: true,
      firstFolder: run.firstFolder,
      folderCount: run.foldersDone,
    },
    context.stopping,
  );
}

interface Found {
  readonly missing: number;
  readonly healed: number;
}

async function keepResult(
  context: ExecutorContext,
  operationId: string,
  run: ScrubRun,
  { missing, healed }: Found,
  disks: readonly DamagedDisk[],
): Promise<void> {
  await context.operations.recordResult(operationId, {
    chunkCount: run.chunkCount,
    pageCount: run.pageCount,
    byteCount: run.byteCount,
    sharePercent: Math.round((10_000 * run.foldersDone) / 65_536) / 100,
    damagedObjectCount: run.bad.filter(({ reason }) => reason === 'DAMAGED').length,
    unreadableObjectCount: run.bad.filter(({ reason }) => reason === 'UNREADABLE').length,
    missingObjectCount: missing,
    healedObjectCount: healed,
    brokenDiskCount: disks.length,
    brokenRestorePointCount: new Set(disks.map(({ restorePointId }) => restorePointId)).size,
  });
}

/** One note for each disk: VM, point, disk and places. */
async function tell(
  context: ExecutorContext,
  operationId: string,
  broken: readonly BrokenIndex[],
  disks: readonly DamagedDisk[],
): Promise<void> {
  const byHash = new Map(broken.map((index) => [index.indexHash, index]));
  for (const disk of disks.slice(0, NOTES_MAX)) {
    const index = byHash.get(disk.indexHash);
    if (index === undefined) continue;
    const places = index.objects.filter(({ reason }) => reason !== 'UNREADABLE').slice(0, PLACES_NAMED_MAX);
    const message =
      `Restore point ${disk.restorePointId} of VM ${disk.vmName} at ${disk.capturedAt} is DAMAGED: disk ` +
      `${disk.deviceKey} (${disk.label}) lacks ${index.damagedCount} parts: ${places.map(describePlace).join(', ')}.`;
    await context.operations.appendNote(operationId, message, null);
  }
  if (disks.length > NOTES_MAX) {
    const message = `${disks.length - NOTES_MAX} more disks are broken: list the restore points in state DAMAGED.`;
    await context.operations.appendNote(operationId, message, null);
  }
}

function describePlace({ id, kind, reason, offsetBytes, lengthBytes }: BrokenPlace): string {
  const what = `${kind.toLowerCase()} ${id} ${reason.toLowerCase()}`;
  return lengthBytes === 0 ? `${what} (the whole disk)` : `${what} (${lengthBytes} bytes at byte ${offsetBytes})`;
}

interface Outcome {
  readonly disks: readonly DamagedDisk[];
  readonly unsureCount: number;
  readonly healed: number;
}

function refusalsOf(repository: string, run: ScrubRun, { disks, unsureCount, healed }: Outcome): Refusals {
  const refusals = [];
  if (disks.length > 0) {
    const names = namePoints(disks, POINTS_NAMED_MAX);
    const message = `Damage in repository "${repository}" breaks these restore points: ${names}.`;
    refusals.push(refusal('REPOSITORY_DAMAGED', message, { remedy: HEAL }));
  }
  const damaged = run.bad.filter(({ reason }) => reason === 'DAMAGED').length;
  if (disks.length === 0 && damaged > healed) {
    // Nobody needs them now; a storage that changes bytes is worth knowing all the same.
    const message =
      `${damaged - healed} stored objects of repository "${repository}" are damaged. ` + 'No restore point needs them.';
    const remedy = 'Look at the storage. Copies stand in quarantine; a collection removes the objects.';
    refusals.push(refusal('REPOSITORY_DAMAGED', message, { remedy }));
  }
  const unreadable = run.bad.filter(({ reason }) => reason === 'UNREADABLE').length;
  if (unreadable > 0 || unsureCount > 0) {
    const message =
      `${unreadable} stored objects of repository "${repository}" could not be read, so nothing is known of them; ` +
      `${unsureCount} disks need what could not be read.`;
    const remedy = 'Give the executor permission to read the repository, or look at the storage; then scrub again.';
    refusals.push(refusal('IO_ERROR', message, { remedy }));
  }
  return refusals;
}
