import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.js';
import type { CliIo } from '../cli/cli-io.js';
import type { GraphqlClient } from '../cli/client/graphql-client.js';
import { CaptureRestorePointDocument } from '../cli/generated/operations.js';
import { formatRefusals } from '../cli/output/refusals.js';
import { changedBlocks } from './changed-blocks.js';
import type { ChangedBlocks } from './changed-blocks.js';
import type { DemoVm } from './demo-vm.js';
import { followTogether } from './follow-together.js';
import { writeGuestDisk } from './guest-disk.js';
import type { GuestFiles } from './guest-files.js';
import { hashFile } from './proof.js';

/** What is known of a disk at the moment of its capture, to hold a restored one against. */
export interface SeededDisk {
  readonly deviceKey: number;
  readonly sha256: string;
  readonly files: GuestFiles;
  /** Since the point before; null at the first. */
  readonly changed: readonly ChangedBlocks[] | null;
}

export interface CapturedPoint {
  readonly vm: DemoVm;
  /** From 1. */
  readonly point: number;
  readonly restorePointId: string;
  readonly disks: readonly SeededDisk[];
  /** Bytes of its disks that the capture read. */
  readonly readBytes: number;
}

export interface CapturePlace {
  readonly imagesFolder: string;
  readonly workFolder: string;
}

/**
 * Brings every VM's disks to their state at a point and captures all VMs, each as its own operation: the first point
 * whole, later ones by what changed since the one before.
 */
export async function capturePoint(
  client: GraphqlClient,
  vms: readonly DemoVm[],
  point: number,
  earlier: readonly CapturedPoint[],
  place: CapturePlace,
  io: CliIo,
): Promise<readonly CapturedPoint[]> {
  const captured: Omit<CapturedPoint, 'readBytes'>[] = [];
  const operationIds: string[] = [];
  for (const vm of vms) {
    const disks = await seedDisks(vm, point, place);
    const parent = earlier.find((before) => before.vm.name === vm.name && before.point === point - 1);
    const started = await startCapture(client, vm, { point, disks, parent }, io);
    captured.push({ vm, point, restorePointId: started.restorePointId, disks });
    operationIds.push(started.operationId);
  }
  const operations = await followTogether(client, operationIds, `point ${point} of 3`, io);
  return captured.map((one, position) => {
    const read = operations[position]?.result.find(({ name }) => name === 'readBytes')?.value;
    return { ...one, readBytes: Number(read) };
  });
}

async function seedDisks(vm: DemoVm, point: number, place: CapturePlace): Promise<readonly SeededDisk[]> {
  const disks: SeededDisk[] = [];
  for (const { deviceKey, capacityBytes, fileName } of vm.disks) {
    const imagePath = join(place.imagesFolder, vm.name, fileName);
    const filesFolder = join(place.workFolder, 'guest');
    const beforePath = `${imagePath}.before`;
    if (point > 1) await rename(imagePath, beforePath);
    const files = await writeGuestDisk({ vmName: vm.name, deviceKey, capacityBytes, imagePath }, point, filesFolder);
    const changed = point > 1 ? await changedBlocks(beforePath, imagePath) : null;
    await rm(beforePath, { force: true });
    disks.push({ deviceKey, sha256: await hashFile(imagePath), files, changed });
  }
  return disks;
}

interface PointToCapture {
  readonly point: number;
  readonly disks: readonly SeededDisk[];
  readonly parent: CapturedPoint | undefined;
}

async function startCapture(client: GraphqlClient, vm: DemoVm, { point, disks, parent }: PointToCapture, io: CliIo) {
  const nvram = vm.nvramAt(point);
  const input = {
    metadata: {
      site: { name: vm.siteName },
      capturedAt: new Date(io.nowMs()).toISOString(),
      configInfo: vm.configInfoAt(point),
      nvramBase64: nvram?.toString('base64') ?? null,
      nvramNotPresent: nvram === null ? true : null,
      keyProviderType: vm.keyProviderType,
      storagePolicies: vm.storagePolicies,
      consistency: 'CRASH' as const,
    },
    disks: vm.disks.map(({ deviceKey, fileName }) => ({
      deviceKey,
      location: 'images',
      path: `${vm.name}/${fileName}`,
      format: 'RAW' as const,
      incremental: incrementOf(disks.find((disk) => disk.deviceKey === deviceKey)?.changed ?? null, parent),
    })),
    idempotencyKey: `demo-${vm.name}-${point}`,
  };
  const { captureRestorePoint } = await client.request(CaptureRestorePointDocument, { input });
  const { restorePoint, operation, userErrors } = captureRestorePoint;
  if (restorePoint === null || operation === null) {
    throw new CliError('DEMO', `${vm.name} could not be captured\n${formatRefusals(userErrors)}`, null);
  }
  return { restorePointId: restorePoint.id, operationId: operation.id };
}

function incrementOf(changed: readonly ChangedBlocks[] | null, parent: CapturedPoint | undefined) {
  if (changed === null || parent === undefined) return null;
  const changedExtents = changed.map(({ offsetBytes, lengthBytes }) => ({
    offsetBytes: String(offsetBytes),
    lengthBytes: String(lengthBytes),
  }));
  return { parentRestorePointId: parent.restorePointId, changedExtents, fallbackToFull: false };
}
