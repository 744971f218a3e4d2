import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CliError } from '../cli/cli-error.js';
import type { CliIo } from '../cli/cli-io.js';
import type { GraphqlClient } from '../cli/client/graphql-client.js';
import { ExecutePlanDocument, PlanRestoreDocument, VerifyRestorePointDocument } from '../cli/generated/operations.js';
import type { PlanViewFragment, RefusalFragment } from '../cli/generated/operations.js';
import { formatRefusals } from '../cli/output/refusals.js';
import type { CapturedPoint } from './capture-points.js';
import { followTogether } from './follow-together.js';
import { hashFile, proveDisk } from './proof.js';
import type { DiskProof, ProofResult } from './proof.js';

export interface PlannedPoint {
  readonly captured: CapturedPoint;
  readonly folder: string;
  readonly plan: PlanViewFragment;
}

/** Plans to a folder of its own in the location "restores". Throws CliError unless the verdict allows to go on. */
export async function planPoint(client: GraphqlClient, captured: CapturedPoint): Promise<PlannedPoint> {
  const folder = `${captured.vm.name}-point-${captured.point}`;
  const input = {
    restorePoint: { restorePointId: captured.restorePointId },
    target: { localFiles: { location: 'restores', folder } },
  };
  const { plan, userErrors } = (await client.request(PlanRestoreDocument, { input })).planRestore;
  if (plan === null) throw refused(`${folder} could not be planned`, userErrors);
  if (plan.verdict !== 'RESTORABLE' && plan.verdict !== 'RESTORABLE_WITH_LOSS') {
    throw new CliError('DEMO', `${folder}: the verdict is ${plan.verdict}\n${plan.text}`, null);
  }
  return { captured, folder, plan };
}

/** Carries the plans out with the digests that were planned. */
export async function restorePoints(
  client: GraphqlClient,
  planned: readonly PlannedPoint[],
  label: string,
  io: CliIo,
): Promise<void> {
  const operationIds: string[] = [];
  for (const { plan, folder } of planned) {
    const input = { planId: plan.id, expectedDigest: plan.digest, idempotencyKey: `demo-${folder}` };
    const { operation, userErrors } = (await client.request(ExecutePlanDocument, { input })).executePlan;
    if (operation === null) throw refused(`${folder} could not be restored`, userErrors);
    operationIds.push(operation.id);
  }
  await followTogether(client, operationIds, label, io);
}

/** Has the service hash every byte of the points in its repository again. */
export async function verifyPoints(client: GraphqlClient, points: readonly CapturedPoint[], io: CliIo): Promise<void> {
  const operationIds: string[] = [];
  for (const { restorePointId, vm } of points) {
    const input = { restorePointId };
    const { operation, userErrors } = (await client.request(VerifyRestorePointDocument, { input })).verifyRestorePoint;
    if (operation === null) throw refused(`${vm.name} could not be verified`, userErrors);
    operationIds.push(operation.id);
  }
  await followTogether(client, operationIds, 'verify', io);
}

function refused(message: string, userErrors: readonly RefusalFragment[]): CliError {
  return new CliError('DEMO', `${message}\n${formatRefusals(userErrors)}`, null);
}

export interface PointProof extends DiskProof {
  readonly vmName: string;
  readonly point: number;
  readonly diskCount: number;
  readonly nvram: ProofResult | 'NOT_PRESENT';
}

/** Holds all restored files of a point against what was seeded. One failed disk fails the point. */
export async function provePoint(
  { captured, folder }: PlannedPoint,
  restoresFolder: string,
  workFolder: string,
): Promise<PointProof> {
  const proofs: DiskProof[] = [];
  for (const { deviceKey, sha256, files } of captured.disks) {
    const imagePath = join(restoresFolder, folder, `disk-${deviceKey}.raw`);
    proofs.push(await proveDisk(imagePath, sha256, files, join(workFolder, 'restored')));
  }
  return {
    vmName: captured.vm.name,
    point: captured.point,
    diskCount: proofs.length,
    wholeImage: worst(proofs.map((proof) => proof.wholeImage)),
    fileSystem: worst(proofs.map((proof) => proof.fileSystem)),
    files: worst(proofs.map((proof) => proof.files)),
    nvram: await proveNvram(captured.vm.nvramAt(captured.point), join(restoresFolder, folder, 'vm.nvram')),
  };
}

async function proveNvram(nvram: Buffer | null, path: string): Promise<ProofResult | 'NOT_PRESENT'> {
  if (nvram === null) return 'NOT_PRESENT';
  const expected = createHash('sha256').update(nvram).digest('hex');
  return (await hashFile(path).catch(() => '')) === expected ? 'PASSED' : 'FAILED';
}

function worst(results: readonly ProofResult[]): ProofResult {
  if (results.includes('FAILED') || results.length === 0) return 'FAILED';
  return results.includes('NOT_CHECKED') ? 'NOT_CHECKED' : 'PASSED';
}
