import { createHash } from 'node:crypto';
import { CHANGED_EXTENTS_MAX, packExtents } from '../domain/changed-extents.js';
import type { CaptureDiskInput, IncrementalInput, UserErrorData } from '../domain/operation-input.js';
import type { DiskFact } from '../domain/restore-point-facts.js';
import type { RestorePointDiskRecord, RestorePointRecord } from '../domain/restore-point-records.js';
import { refusal, warning } from '../domain/user-error.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import type { NewChangedExtents, RestorePointWriter } from '../ports/restore-point-writer.js';
import type { PreparedPoint } from './prepare-point.js';
import type { DiskImage, IncrementalCapture } from './restore-point-input.js';

export interface CheckIncrementsPorts {
  readonly restorePoints: Pick<RestorePointReader, 'loadRestorePoints' | 'loadDisks'>;
  readonly ingest: Pick<RestorePointWriter, 'findIngestContext'>;
  /** Name of the chunk repository that captures go to. */
  readonly repository: string;
}

/** What stands in the operation's input of a disk that was asked for incrementally. */
export type DiskIncrement = Pick<CaptureDiskInput, 'incremental' | 'fullBecause'>;

export interface CheckedIncrements {
  /** By device key; disks that were asked for in full are not in it. */
  readonly increments: ReadonlyMap<number, DiskIncrement>;
  readonly changedExtents: readonly NewChangedExtents[];
  readonly refusals: readonly UserErrorData[];
  readonly warnings: readonly UserErrorData[];
}

const IN_FULL = 'Capture this disk in full, or set fallbackToFull to have that done whenever it is needed.';

/**
 * Whether the parent of each incremental disk can stand for what the extents leave out: the same VM, disk, capacity and
 * lineage of change ids, its blocks whole in this repository. Where it cannot, the disk is read whole if the caller
 * allowed that (a warning says why), else refused. A capture that its idempotency key has started already was judged
 * then, and is not judged again.
 */
export async function checkIncrements(
  ports: CheckIncrementsPorts,
  point: PreparedPoint,
  images: readonly DiskImage[],
  idempotencyKey: string | null,
): Promise<CheckedIncrements> {
  const increments = new Map<number, DiskIncrement>();
  const changedExtents: NewChangedExtents[] = [];
  const refusals: UserErrorData[] = [];
  const warnings: UserErrorData[] = [];
  const nothing = { increments, changedExtents, refusals, warnings };
  const asked = images.flatMap((image, position) =>
    image.incremental == null ? [] : [{ image, position, wanted: image.incremental }],
  );
  if (asked.length === 0) return nothing;
  const extentCount = asked.reduce((sum, { wanted }) => sum + wanted.changedExtents.length, 0);
  if (extentCount > CHANGED_EXTENTS_MAX) return { ...nothing, refusals: [tooMany(extentCount)] };

  const ids = new Set(asked.map(({ wanted }) => wanted.parentRestorePointId));
  const parents = await loadParents(ports, point, ids, idempotencyKey);
  if (parents === 'STARTED_ALREADY') return nothing;
  for (const { image, position, wanted } of asked) {
    const path = ['disks', String(position), 'incremental'];
    const disk = point.configInfo.facts.disks.find(({ deviceKey }) => deviceKey === image.deviceKey);
    if (disk === undefined) continue;
    const subject = `Disk ${disk.deviceKey}${disk.label === null ? '' : ` (${disk.label})`}`;
    const judged = judgeParent(ports.repository, disk, parents.get(wanted.parentRestorePointId) ?? null, point);
    if ('objection' in judged) {
      const parts = { path: [...path, 'parentRestorePointId'], remedy: IN_FULL };
      const message = `${subject} cannot be captured incrementally: ${judged.objection}`;
      if (wanted.fallbackToFull !== true) {
        refusals.push(refusal('PARENT_UNUSABLE', message, parts));
        continue;
      }
      const remedy = 'Nothing need be done: the disk is read whole.';
      warnings.push(warning('PARENT_UNUSABLE', message, { ...parts, remedy }));
      increments.set(disk.deviceKey, { fullBecause: judged.objection });
      continue;
    }
    refusals.push(...checkExtents(subject, disk.capacityBytes ?? 0, wanted, [...path, 'changedExtents']));
    const extents = packExtents(wanted.changedExtents);
    const { parentRestorePointId } = wanted;
    changedExtents.push({ deviceKey: disk.deviceKey, parentRestorePointId, extents });
    const incremental = { ...requested(wanted, extents), parentIndexHash: judged.indexHash };
    increments.set(disk.deviceKey, { incremental });
  }
  return { increments, changedExtents, refusals, warnings };
}

/** What was asked, whatever is thought of it: an idempotency key stands for this. */
export function requestedIncrements(images: readonly DiskImage[]): ReadonlyMap<number, DiskIncrement> {
  const asked = new Map<number, DiskIncrement>();
  for (const { deviceKey, incremental: wanted } of images) {
    if (wanted == null) continue;
    const incremental = { ...requested(wanted, packExtents(wanted.changedExtents)), parentIndexHash: '' };
    asked.set(deviceKey, { incremental });
  }
  return asked;
}

function requested(wanted: IncrementalCapture, extents: Uint8Array): Omit<IncrementalInput, 'parentIndexHash'> {
  return {
    parentRestorePointId: wanted.parentRestorePointId,
    extentsSha256: createHash('sha256').update(extents).digest('hex'),
    fallbackToFull: wanted.fallbackToFull === true,
  };
}

interface Parent {
  readonly point: RestorePointRecord;
  readonly disks: readonly RestorePointDiskRecord[];
  readonly isOfThisVm: boolean;
}

async function loadParents(
  ports: CheckIncrementsPorts,
  point: PreparedPoint,
  ids: ReadonlySet<string>,
  idempotencyKey: string | null,
): Promise<ReadonlyMap<string, Parent> | 'STARTED_ALREADY'> {
  const wanted = [...ids];
  const [points, disks, context] = await Promise.all([
    ports.restorePoints.loadRestorePoints(wanted),
    ports.restorePoints.loadDisks(wanted),
    ports.ingest.findIngestContext({
      siteName: point.site.name,
      vcenterInstanceUuid: point.site.vcenterInstanceUuid,
      identityKey: point.identityKey,
      tool: null,
      toolReference: null,
      idempotencyKey,
    }),
  ]);
  if (context.started !== null) return 'STARTED_ALREADY';
  const parents = new Map<string, Parent>();
  points.forEach((found, position) => {
    if (found === null) return;
    const isOfThisVm = found.vmId === context.vm?.id;
    parents.set(found.id, { point: found, disks: disks[position] ?? [], isOfThisVm });
  });
  return parents;
}

function judgeParent(
  repository: string,
  disk: DiskFact,
  parent: Parent | null,
  { metadata }: PreparedPoint,
): { readonly objection: string } | { readonly indexHash: string } {
  if (parent === null) return { objection: 'there is no such parent restore point.' };
  if (!parent.isOfThisVm) return { objection: 'its parent restore point is of another VM.' };
  if (parent.point.state !== 'AVAILABLE') return { objection: `its parent restore point is ${parent.point.state}.` };
  if (parent.point.capturedAt > metadata.capturedAt) {
    return { objection: 'its parent restore point is of a later moment than this capture.' };
  }
  const earlier = parent.disks.find(({ deviceKey }) => deviceKey === disk.deviceKey);
  if (earlier === undefined) return { objection: 'its parent restore point has no disk with this device key.' };
  if (earlier.state !== 'CAPTURED' || earlier.indexHash === null) {
    return { objection: 'its blocks are not in the repository at the parent restore point.' };
  }
  if (earlier.repository !== repository) {
    return { objection: `its parent restore point lies in repository ${earlier.repository}, captures go to another.` };
  }
  const objection = changedDisk(disk, earlier) ?? brokenLineage(disk, earlier);
  return objection === null ? { indexHash: earlier.indexHash } : { objection };
}

function changedDisk(disk: DiskFact, earlier: RestorePointDiskRecord): string | null {
  if (disk.capacityBytes !== earlier.capacityBytes) {
    return `it has ${disk.capacityBytes} bytes now and had ${earlier.capacityBytes} at the parent restore point.`;
  }
  if (disk.uuid !== null && earlier.diskUuid !== null && disk.uuid !== earlier.diskUuid) {
    return 'it is another disk than at the parent restore point: its disk UUID has changed.';
  }
  return null;
}

/** Change ids of another lineage, or that run backwards, say that nobody knows what changed since the parent. */
function brokenLineage({ changeId }: DiskFact, earlier: RestorePointDiskRecord): string | null {
  if (changeId === null || changeId.uuid === null || earlier.changeId === null) return null;
  if (changeId.uuid !== earlier.changeId.uuid) {
    return 'change tracking was reset since the parent restore point: the UUID of its change id is another one.';
  }
  if (changeId.sequence !== null && BigInt(changeId.sequence) < BigInt(earlier.changeId.sequence)) {
    return 'its change id is older than that of the parent restore point, as after a revert to a snapshot.';
  }
  return null;
}

function checkExtents(
  subject: string,
  capacityBytes: number,
  { changedExtents }: IncrementalCapture,
  path: readonly string[],
): UserErrorData[] {
  const leaves = changedExtents.findIndex(
    ({ offsetBytes, lengthBytes }) => offsetBytes > capacityBytes || lengthBytes > capacityBytes - offsetBytes,
  );
  const extent = changedExtents[leaves];
  if (extent === undefined) return [];
  const message =
    `${subject}: the changed extent of ${extent.lengthBytes} bytes at byte ${extent.offsetBytes} leaves the disk, ` +
    `which has ${capacityBytes} bytes.`;
  const remedy = 'Ask for the changes of this very disk again, or capture it in full.';
  return [refusal('INVALID_INPUT', message, { path: [...path, String(leaves)], remedy })];
}

function tooMany(count: number): UserErrorData {
  const message = `There are ${count} changed extents; one capture takes ${CHANGED_EXTENTS_MAX}.`;
  const remedy = 'Merge extents that lie near each other, or capture the disks that changed most in full.';
  return refusal('TOO_LARGE', message, { path: ['disks'], remedy });
}
