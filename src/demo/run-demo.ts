import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from '../adapters/embedded-postgres/cluster-place.js';
import { CliError } from '../cli/cli-error.js';
import type { Answer, CommandContext } from '../cli/command.js';
import { EXIT } from '../cli/exit-codes.js';
import { isolatedEnvironment } from '../cli/isolated-environment.js';
import { formatTable } from '../cli/output/table.js';
import { formatBytes, formatWord } from '../cli/output/words.js';
import { placesIn, startService, stopService, tellToStop, waitUntilReady } from '../cli/service-process.js';
import type { ReadyService, ServiceProcess } from '../cli/service-process.js';
import { capturePoint } from './capture-points.js';
import type { CapturedPoint } from './capture-points.js';
import { demoVms } from './demo-vm.js';
import type { DemoVm } from './demo-vm.js';
import { findTool } from './programs.js';
import { planPoint, provePoint, restorePoints, verifyPoints } from './restore-points.js';
import type { PlannedPoint, PointProof } from './restore-points.js';
import { createStage } from './stage.js';
import type { Stage } from './stage.js';

const READY_WITHIN_MS = 60_000;
const POINTS = [1, 2, 3] as const;
const RESTORED_POINTS: readonly number[] = [3, 2];

/**
 * The main job on a throw-away service: capture, plan, restore, prove. All through GraphQL with the client of the
 * command line; nothing is left behind, unless `keep` leaves the service running until Ctrl-C.
 */
export async function runDemo(keep: boolean, context: CommandContext): Promise<Answer> {
  const { io } = context;
  const startMs = io.nowMs();
  const stage = createStage(context);
  const dataFolder = await realpath(await mkdtemp(join(tmpdir(), 'reinstate-demo-')));
  let service: ServiceProcess | undefined;
  let interrupted = false;
  const stopListening = io.onInterrupt(() => {
    interrupted = true;
    if (service !== undefined) tellToStop(service);
  });
  try {
    stage.heading('A service of its own');
    service = await startService(placesIn(dataFolder), demoEnvironment(dataFolder));
    const ready = await waitUntilReady(service, io, { timeoutMs: READY_WITHIN_MS, needsEngine: true });
    stage.line(`PostgreSQL, API and executor run at ${ready.url}`);
    stage.line(`in the throw-away folder ${dataFolder}`);
    const proofs = await showMainJob(ready, dataFolder, stage, context);
    const seconds = Math.round((io.nowMs() - startMs) / 1000);
    const answer = summarise(proofs, seconds, ready, service, keep, stage);
    if (keep && answer.exitCode === EXIT.good) await service.ended;
    return answer;
  } catch (error) {
    if (interrupted) throw new CliError('INTERRUPTED', 'the demo was stopped', null);
    throw error;
  } finally {
    if (service !== undefined) await stopService(service);
    removeCluster(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
    stopListening();
    context.say(`\nThe service has ended and ${dataFolder} is removed.`);
  }
}

function demoEnvironment(dataFolder: string): Record<string, string> {
  return isolatedEnvironment({ REINSTATE_DATA_FOLDER: dataFolder, REINSTATE_PORT: '0', REINSTATE_HOST: '127.0.0.1' });
}

async function showMainJob(
  { client }: ReadyService,
  dataFolder: string,
  stage: Stage,
  context: CommandContext,
): Promise<readonly PointProof[]> {
  const { io } = context;
  const vms = demoVms(new Date(io.nowMs()).toISOString());
  const imagesFolder = join(dataFolder, 'images');
  const workFolder = join(dataFolder, 'work');
  await mkdir(imagesFolder, { recursive: true });
  stage.heading('The estate');
  describeEstate(vms, stage);
  stage.heading('Three points in time');
  stage.line('files change between the points: the first is read whole, later ones only where blocks changed');
  const captured: CapturedPoint[] = [];
  for (const point of POINTS) {
    captured.push(...(await capturePoint(client, vms, point, captured, { imagesFolder, workFolder }, io)));
  }
  stage.line(`read: ${POINTS.map((point) => readText(captured, point)).join(', ')}`);
  stage.heading('A plan, before a byte moves');
  const wanted = captured.filter(({ point }) => RESTORED_POINTS.includes(point));
  const planned: PlannedPoint[] = [];
  for (const point of wanted) planned.push(await planPoint(client, point));
  showPlans(planned, stage);
  stage.heading('Restore, newest and middle point');
  for (const number of RESTORED_POINTS) {
    const group = planned.filter(({ captured: { point } }) => point === number);
    await restorePoints(client, group, `point ${number}`, io);
  }
  stage.heading('Proof');
  await verifyPoints(client, wanted, io);
  const proofs: PointProof[] = [];
  for (const point of planned) {
    proofs.push(await provePoint(point, join(dataFolder, 'restores'), workFolder));
  }
  stage.block(formatProofs(proofs));
  return proofs;
}

function readText(captured: readonly CapturedPoint[], point: number): string {
  const points = captured.filter((one) => one.point === point);
  const readBytes = points.reduce((sum, one) => sum + one.readBytes, 0);
  return `point ${point} ${formatBytes(readBytes)}`;
}

function describeEstate(vms: readonly DemoVm[], stage: Stage): void {
  for (const vm of vms) {
    const bytes = vm.disks.reduce((sum, disk) => sum + disk.capacityBytes, 0);
    const disks = vm.disks.length === 1 ? '1 disk' : `${vm.disks.length} disks`;
    stage.line(`${vm.name}: ${vm.about}; ${disks}, ${formatBytes(bytes)}`);
  }
  const isFileSystem = findTool('mke2fs') !== null;
  stage.line(
    isFileSystem
      ? 'guest disks hold ext4, made by mke2fs, sparse'
      : 'guest disks hold plain files at block borders: mke2fs is not installed (package e2fsprogs)',
  );
}

/** One plan as a person reads it, the one with most to say; of the others the verdict. */
function showPlans(planned: readonly PlannedPoint[], stage: Stage): void {
  const richest = planned.toSorted((one, other) => other.plan.findings.length - one.plan.findings.length)[0];
  if (richest !== undefined) stage.block(richest.plan.text);
  for (const { plan, folder } of planned.toSorted((one, other) => (one.folder < other.folder ? -1 : 1))) {
    if (plan !== richest?.plan) stage.line(`${folder}: ${formatWord(plan.verdict)}`);
  }
}

const PROOF_WORDS = { PASSED: 'same', FAILED: 'FAILED', NOT_CHECKED: 'not checked', NOT_PRESENT: 'none' } as const;

function formatProofs(proofs: readonly PointProof[]): string {
  const rows = proofs.map((proof) => [
    proof.vmName,
    String(proof.point),
    String(proof.diskCount),
    PROOF_WORDS[proof.wholeImage],
    proof.fileSystem === 'PASSED' ? 'clean' : PROOF_WORDS[proof.fileSystem],
    PROOF_WORDS[proof.files],
    PROOF_WORDS[proof.nvram],
  ]);
  return formatTable(['VM', 'POINT', 'DISKS', 'WHOLE IMAGE SHA-256', 'E2FSCK', 'FILES', 'NVRAM'], rows);
}

function hasFailed(proof: PointProof): boolean {
  return [proof.wholeImage, proof.fileSystem, proof.files, proof.nvram].includes('FAILED');
}

function summarise(
  proofs: readonly PointProof[],
  seconds: number,
  { url }: ReadyService,
  service: ServiceProcess,
  keep: boolean,
  stage: Stage,
): Answer {
  const failed = proofs.filter(hasFailed);
  const { adminTokenFile } = service.places;
  stage.heading('Summary');
  stage.line(`${proofs.length} restores from ${POINTS.length} points per VM in ${seconds} s: ${failed.length} failed`);
  stage.line(`address      ${url}/graphql, explorer for a browser at ${url}/explorer`);
  stage.line(`admin token  in ${adminTokenFile}`);
  if (!keep) stage.line('this service ends now; npm run demo -- --keep leaves it running for a first query:');
  else stage.line('the service runs until Ctrl-C; a first query to try in another terminal:');
  stage.block(firstQuery(url, adminTokenFile));
  const exitCode = failed.length === 0 ? EXIT.good : EXIT.failed;
  return { exitCode, json: { seconds, url, tokenFile: adminTokenFile, proofs }, text: '' };
}

function firstQuery(url: string, tokenFile: string): string {
  return [
    `curl -s ${url}/graphql \\`,
    "  -H 'content-type: application/json' \\",
    `  -H "authorization: Bearer $(cat ${tokenFile})" \\`,
    `  -d '{"query": "{ restorePoints(first: 3) { nodes { vm { name } capturedAt state id } } }"}'`,
  ].join('\n');
}
