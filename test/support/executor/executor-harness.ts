/**
 * A whole executor on a real database, the real copy engine and real folders, in the test's own process. What the API
 * would have written (VMs, restore points, plans, operations) is inserted here by SQL, with the planner's own plans.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DBOSClient } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { engineAddress } from '../../../src/adapters/dbos/engine-address.js';
import { provideSealingKeyFiles, readKeyFile } from '../../../src/adapters/sealing/key-files.js';
import { createSealer } from '../../../src/adapters/sealing/seal.js';
import type { DiskFact, PlannerFacts } from '../../../src/planner/facts.js';
import type { TargetFormat } from '../../../src/domain/target-formats.js';
import type { OperationKind } from '../../../src/domain/words.js';
import { DEFAULT_POLICY } from '../../../src/planner/facts.js';
import { planRestore } from '../../../src/planner/plan-restore.js';
import type { RestorePlan } from '../../../src/planner/plan.js';
import { OPERATION_WORKFLOWS, WORK_APPLICATION } from '../../../src/ports/work-queue.js';
import { createTestDatabase, type TestDatabase } from '../postgres.js';

export interface Place {
  readonly folder: string;
  readonly images: string;
  readonly restores: string;
  readonly repository: string;
}

export interface SeededDisk {
  readonly deviceKey: number;
  readonly file: string;
  readonly sha256: string;
  readonly capacityBytes: number;
}

export interface SeededPoint {
  readonly vmId: string;
  readonly restorePointId: string;
  readonly disks: readonly SeededDisk[];
}

export interface OperationRow {
  readonly state: string;
  readonly phase: string;
  readonly percent: number;
  readonly user_errors: { code: string; message: string }[];
  readonly result: Record<string, number> | null;
}

export interface SeedOptions {
  readonly diskBytes: readonly number[];
  readonly seed?: number;
  readonly document?: { form: string; document: string };
}

const EXECUTOR_FACT = {
  name: 'local',
  version: '0.1.0',
  engine: 'AVAILABLE' as const,
  engineReason: null,
  locations: [
    { name: 'images', readable: true, writable: false, freeBytes: null },
    { name: 'restores', readable: true, writable: true, freeBytes: 1e12 },
  ],
  repositories: [{ name: 'main', present: true }],
};

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Bytes that do not compress, the same for the same seed. */
export function noise(lengthBytes: number, seed: number): Buffer {
  const key = createHash('sha256').update(`noise ${seed}`).digest();
  const out = Buffer.alloc(lengthBytes);
  for (let at = 0, count = 0; at < lengthBytes; count += 1) {
    at += createHash('sha512').update(key).update(String(count)).digest().copy(out, at);
  }
  return out;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'reinstate-executor-'));
  const place = {
    folder,
    images: join(folder, 'images'),
    restores: join(folder, 'restores'),
    repository: join(folder, 'repository'),
  };
  for (const path of [place.images, place.restores, place.repository]) mkdirSync(path);
  return place;
}

/** The rows that the API would write, and what a test wants to know of them. */
export class Harness {
  readonly place: Place;
  readonly database: TestDatabase;
  readonly #pool: pg.Pool;

  constructor(place: Place, database: TestDatabase) {
    this.place = place;
    this.database = database;
    this.#pool = new pg.Pool({ connectionString: database.url, max: 2, application_name: 'test-harness' });
    this.#pool.on('error', () => undefined);
  }

  static async create(): Promise<Harness> {
    return new Harness(makePlace(), await createTestDatabase());
  }

  async closeSessions(): Promise<void> {
    await this.#pool.end();
  }

  async close(): Promise<void> {
    await this.closeSessions();
    await this.database.drop();
    rmSync(this.place.folder, { recursive: true, force: true });
  }

  async query<Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query(text, values)).rows as Row[];
  }

  async seedPoint(options: SeedOptions): Promise<SeededPoint> {
    const [siteId, vmId, restorePointId] = [uuidv7(), uuidv7(), uuidv7()];
    const name = `vm-${randomBytes(4).toString('hex')}`;
    await this.query(`INSERT INTO sites (id, name, kind) VALUES ($1, $2, 'UNREGISTERED')`, [siteId, `site ${name}`]);
    await this.query(`INSERT INTO vms (id, site_id, identity_key, name) VALUES ($1, $2, $3, $4)`, [
      vmId,
      siteId,
      `moRef:${name}`,
      name,
    ]);
    await this.query(
      `INSERT INTO restore_points (id, vm_id, captured_at, origin, state, consistency, firmware, secure_boot, vtpm,
         encryption, extractor_version, facts)
       VALUES ($1, $2, now(), 'CAPTURED', 'CAPTURING', 'CRASH', 'BIOS', 'NO', 'NOT_PRESENT', 'NOT_ENCRYPTED', 1, '{}')`,
      [restorePointId, vmId],
    );
    const disks: SeededDisk[] = [];
    for (const [index, capacityBytes] of options.diskBytes.entries()) {
      const deviceKey = 2000 + index;
      const file = `${name}/disk-${deviceKey}.raw`;
      const content = noise(capacityBytes, (options.seed ?? 1) * 100 + index);
      // A hole in the middle, as every real disk has some.
      content.fill(0, Math.floor(capacityBytes / 2), Math.floor(capacityBytes * 0.6));
      mkdirSync(join(this.place.images, name), { recursive: true });
      writeFileSync(join(this.place.images, file), content);
      await this.query(
        `INSERT INTO restore_point_disks (id, restore_point_id, device_key, label, bus, capacity_bytes, provisioning,
           backing_type, state)
         VALUES ($1, $2, $3, $4, 'SCSI', $5, 'THIN', 'VirtualDiskFlatVer2BackingInfo', 'CAPTURING')`,
        [uuidv7(), restorePointId, deviceKey, `Hard disk ${index + 1}`, capacityBytes],
      );
      disks.push({ deviceKey, file, sha256: sha256(content), capacityBytes });
    }
    if (options.document !== undefined) {
      const { form, document } = options.document;
      await this.query(
        `INSERT INTO restore_point_documents (restore_point_id, form, document, document_sha256)
         VALUES ($1, $2, $3, sha256(convert_to($3, 'UTF8')))`,
        [restorePointId, form, document],
      );
    }
    return { vmId, restorePointId, disks };
  }

  /** Seals NVRAM as the API does, to the public key of this harness's key files. */
  async addNvram(point: SeededPoint, content: Uint8Array): Promise<void> {
    const keys = this.keyFiles();
    const sealingPublicKey = readKeyFile(keys.publicKey);
    await this.query(
      `INSERT INTO sealing_keys (id, algorithm, public_key) VALUES ($1, 'X25519-HKDF-SHA256-AES-256-GCM', $2)
       ON CONFLICT (public_key) DO NOTHING`,
      [uuidv7(), sealingPublicKey],
    );
    const [row] = await this.query<{ id: string }>('SELECT id FROM sealing_keys');
    const sealingKeyId = row?.id as string;
    const sealer = createSealer({ sealingKeyId, sealingPublicKey, fingerprintKey: randomBytes(32) });
    const fingerprint = sealer.fingerprint('NVRAM', content).hex;
    const ciphertext = sealer.seal({ vmId: point.vmId, kind: 'NVRAM', fingerprint }, content);
    const itemId = uuidv7();
    await this.query(
      `INSERT INTO sealed_items (id, vm_id, kind, fingerprint_algorithm, fingerprint, length_bytes, sealing_key_id,
         ciphertext) VALUES ($1, $2, 'NVRAM', 'SHA256', decode($3, 'hex'), $4, $5, $6)`,
      [itemId, point.vmId, fingerprint, content.length, sealingKeyId, Buffer.from(ciphertext)],
    );
    await this.query(
      `UPDATE restore_points SET nvram_item_id = $2, nvram_sha256 = decode($3, 'hex'), nvram_size_bytes = $4
       WHERE id = $1`,
      [point.restorePointId, itemId, sha256(content), content.length],
    );
  }

  keyFiles(): { privateKey: string; publicKey: string } {
    const privateKey = join(this.place.folder, 'sealing-private.key');
    const publicKey = join(this.place.folder, 'sealing-public.key');
    provideSealingKeyFiles(privateKey, publicKey);
    return { privateKey, publicKey };
  }

  async addOperation(row: {
    kind: string;
    restorePointId?: string;
    repository?: string;
    planId?: string;
    input?: unknown;
    /** Somebody asked it to stop before any executor saw it. */
    cancelled?: boolean;
    /** The workflow engine holds a workflow of it that ended in an error, or that an executor long gone left. */
    lost?: 'ERROR' | 'PENDING';
    /** An executor began it so long ago: an interval of PostgreSQL. */
    startedAgo?: string;
  }): Promise<string> {
    const id = uuidv7();
    if (row.lost !== undefined) await this.#leaveWorkflow(id, row.kind as OperationKind, row.lost);
    await this.query(
      `INSERT INTO operations (id, kind, state, phase, created_by, restore_point_id, plan_id, input,
         cancel_requested_at, started_at, repository_id)
       VALUES ($1, $2, 'QUEUED', 'queued', 'test', $3, $4, $5, $6, now() - $7::interval,
         (SELECT id FROM repositories WHERE name = $8))`,
      [
        id,
        row.kind,
        row.restorePointId ?? null,
        row.planId ?? null,
        JSON.stringify(row.input ?? {}),
        row.cancelled === true ? new Date() : null,
        row.startedAgo ?? null,
        row.repository ?? null,
      ],
    );
    return id;
  }

  /** As an executor would leave it: handed over on a queue that nobody serves, then taken and not gone on with. */
  async #leaveWorkflow(operationId: string, kind: OperationKind, status: string): Promise<void> {
    const client = await DBOSClient.create({
      systemDatabaseUrl: engineAddress(this.database.url),
      applicationName: WORK_APPLICATION,
    });
    const workflow = { workflowID: operationId, workflowName: OPERATION_WORKFLOWS[kind], queueName: 'nobody' };
    await client.enqueue(workflow, operationId);
    await client.destroy();
    await this.query(
      `UPDATE dbos.workflow_status SET status = $2, executor_id = 'gone', queue_name = 'operations',
         application_version = '1' WHERE workflow_uuid = $1`,
      [operationId, status],
    );
  }

  /** Chunk files of the repository, relative to it. */
  chunks(): string[] {
    const names = readdirSync(join(this.place.repository, 'chunks'), { recursive: true, withFileTypes: true });
    return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  async addCapture(point: SeededPoint): Promise<string> {
    const disks = point.disks.map(({ deviceKey, file, capacityBytes }) => {
      return { deviceKey, location: 'images', path: file, format: 'RAW', capacityBytes };
    });
    const input = { repository: 'main', disks };
    return await this.addOperation({
      kind: 'CAPTURE_RESTORE_POINT',
      restorePointId: point.restorePointId,
      input,
    });
  }

  /** A plan by the real planner from the rows as they stand. */
  async addPlan(
    point: SeededPoint,
    folder: string,
    items: readonly string[] = [],
    diskFormat: TargetFormat = 'RAW_SPARSE',
  ): Promise<string> {
    const plan = planRestore(await this.#factsOf(point, { folder, diskFormat }, items));
    const id = uuidv7();
    await this.query(
      `INSERT INTO restore_plans (id, restore_point_id, created_at, created_by, expires_at, digest, rules_version,
         verdict, request, plan)
       VALUES ($1, $2, now(), 'test', now() + interval '1 hour', decode($3, 'hex'), $4, $5, $6, $7)`,
      [
        id,
        point.restorePointId,
        plan.digest,
        plan.rulesVersion,
        plan.verdict,
        JSON.stringify(plan.request),
        JSON.stringify(plan),
      ],
    );
    return id;
  }

  async addRestore(...plan: Parameters<Harness['addPlan']>): Promise<string> {
    const planId = await this.addPlan(...plan);
    return await this.addOperation({ kind: 'EXECUTE_PLAN', planId });
  }

  async readPlan(planId: string): Promise<RestorePlan> {
    const [row] = await this.query<{ plan: RestorePlan }>('SELECT plan FROM restore_plans WHERE id = $1', [planId]);
    return row?.plan as RestorePlan;
  }

  async operation(id: string): Promise<OperationRow> {
    const [row] = await this.query('SELECT * FROM operations WHERE id = $1', [id]);
    return row as unknown as OperationRow;
  }

  async waitForEnd(id: string, limitMs = 30_000): Promise<OperationRow> {
    return await this.waitFor(id, (row) => ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(row.state), limitMs);
  }

  async waitFor(id: string, holds: (row: OperationRow) => boolean, limitMs = 30_000): Promise<OperationRow> {
    const deadline = Date.now() + limitMs;
    for (;;) {
      const row = await this.operation(id);
      if (holds(row)) return row;
      if (Date.now() > deadline) throw new Error(`operation ${id} stayed ${JSON.stringify(row)}`);
      await sleep(25);
    }
  }

  restoredFile(folder: string, name: string): Buffer {
    return readFileSync(join(this.place.restores, folder, name));
  }

  isThere(folder: string, name = ''): boolean {
    return existsSync(join(this.place.restores, folder, name));
  }

  async #factsOf(
    point: SeededPoint,
    target: { readonly folder: string; readonly diskFormat: TargetFormat },
    items: readonly string[],
  ): Promise<PlannerFacts> {
    const disks = await this.query<{
      device_key: number;
      label: string;
      capacity_bytes: string;
      state: DiskFact['dataState'];
      index_hash: string | null;
      data_bytes: string | null;
    }>(
      `SELECT device_key, label, capacity_bytes, state, encode(index_hash, 'hex') AS index_hash, data_bytes
       FROM restore_point_disks WHERE restore_point_id = $1 ORDER BY device_key`,
      [point.restorePointId],
    );
    const now = new Date().toISOString();
    return {
      now,
      request: { target: { kind: 'LOCAL_FILES', location: 'restores', ...target }, deviceKeys: null },
      restorePoint: {
        id: point.restorePointId,
        vmName: 'vm',
        capturedAt: now,
        origin: 'CAPTURED',
        state: 'AVAILABLE',
        extractorVersion: 1,
        firmware: 'BIOS',
        secureBoot: 'NO',
        vtpm: 'NOT_PRESENT',
        encryption: 'NOT_ENCRYPTED',
        hardwareVersion: 21,
        key: null,
        nvramSizeBytes: items.includes('NVRAM') ? 8192 : null,
        consistency: 'CRASH',
        items: [
          { item: 'CONFIG_INFO', state: items.includes('CONFIG_INFO') ? 'CAPTURED' : 'NOT_CAPTURED', observedAt: now },
          { item: 'NVRAM', state: items.includes('NVRAM') ? 'CAPTURED' : 'NOT_PRESENT', observedAt: now },
          { item: 'DISK_DATA', state: 'CAPTURED', observedAt: now },
        ],
        disks: disks.map((disk) => ({
          deviceKey: disk.device_key,
          label: disk.label,
          controllerType: null,
          bus: 'SCSI',
          busNumber: 0,
          unitNumber: disk.device_key - 2000,
          capacityBytes: Number(disk.capacity_bytes),
          provisioning: 'THIN',
          backingType: 'VirtualDiskFlatVer2BackingInfo',
          diskMode: null,
          key: null,
          dataState: disk.state,
          indexHash: disk.index_hash,
          repository: disk.index_hash === null ? null : 'main',
          dataBytes: disk.data_bytes === null ? null : Number(disk.data_bytes),
        })),
      },
      executors: [{ ...EXECUTOR_FACT, observedAt: now }],
      policy: DEFAULT_POLICY,
    };
  }
}
