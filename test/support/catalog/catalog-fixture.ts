/** The catalog's real stores on a database of their own, with everything that use cases need beside them. */
import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { parseConfigInfo } from '../../../src/adapters/config-info/parse-config-info.js';
import { type Catalog, openCatalog } from '../../../src/adapters/prisma/catalog.js';
import { provideSealingKeyFiles, readKeyFile } from '../../../src/adapters/sealing/key-files.js';
import { createSealer } from '../../../src/adapters/sealing/seal.js';
import { randomIdMaker } from '../../../src/adapters/system/random-id-maker.js';
import { estateVirtualMachines } from '../../../src/demo/estate/virtual-machines.js';
import { DEFAULT_POLICY } from '../../../src/planner/facts.js';
import { PortError } from '../../../src/ports/port-error.js';
import type { TokenStore } from '../../../src/ports/token-store.js';
import type { Actor } from '../../../src/usecases/actor.js';
import type { CancelOperationPorts } from '../../../src/usecases/cancel-operation.js';
import type { CaptureRestorePointPorts } from '../../../src/usecases/capture-restore-point.js';
import type { ExecutePlanPorts } from '../../../src/usecases/execute-plan.js';
import type { PlanRestorePorts } from '../../../src/usecases/plan-restore.js';
import type { RestorePointMetadata } from '../../../src/usecases/restore-point-input.js';
import type { RetryOperationPorts } from '../../../src/usecases/retry-operation.js';
import { createTestDatabase } from '../postgres.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The first test file of a run starts the server, which a busy machine does slowly.
jest.setTimeout(60_000);

export const operator: Actor = {
  tokenId: '01900000-0000-7000-8000-000000000001',
  name: 'operator',
  role: 'OPERATOR',
  expiresAt: null,
};

export interface CatalogFixture {
  readonly catalog: Catalog;
  readonly url: string;
  readonly sql: pg.Pool;
  readonly sealingPrivateKey: Uint8Array;
  readonly sealingKeyId: string;
  /** SQL statements sent by the catalog since the last call. */
  takeStatements(): string[];
  /** Operations handed to the queue, in order. */
  readonly handedOver: string[];
  /** Set true: the queue is away. */
  queue: { away: boolean };
  /** Moves the clock of the use cases. */
  readonly time: { now: string };
  readonly ports: CaptureRestorePointPorts &
    PlanRestorePorts &
    ExecutePlanPorts &
    RetryOperationPorts &
    CancelOperationPorts & { readonly tokens: TokenStore };
  close(): Promise<void>;
}

export const NOW = '2026-05-04T03:02:01.000Z';

export async function openCatalogFixture(): Promise<CatalogFixture> {
  const database = await createTestDatabase();
  const statements: string[] = [];
  const logged: string[] = [];
  const log = {
    info: () => undefined,
    warn: (_: unknown, text: string) => void logged.push(text),
    error: () => undefined,
  };
  const catalog = openCatalog({ url: database.url, log, onStatement: (sql) => statements.push(sql) });
  const sql = new pg.Pool({ connectionString: database.url, max: 2 });
  const keys = mkdtempSync(join(tmpdir(), 'reinstate-keys-'));
  provideSealingKeyFiles(join(keys, 'private'), join(keys, 'public'));
  const sealingPrivateKey = readKeyFile(join(keys, 'private'), { secret: true });
  const sealingPublicKey = readKeyFile(join(keys, 'public'));
  rmSync(keys, { recursive: true });
  const sealingKeyId = await catalog.sealingKeys.registerSealingKey(
    { id: randomIdMaker.newId(), publicKey: sealingPublicKey },
    { actor: 'service', action: 'sealingKey.register', subjectType: 'SealingKey', subjectId: 'first', detail: {} },
  );
  const handedOver: string[] = [];
  const queue = { away: false };
  const time = { now: NOW };
  const ports = {
    ...catalog,
    configInfo: { read: (document: string) => parseConfigInfo(document) },
    sealer: createSealer({ sealingKeyId, sealingPublicKey, fingerprintKey: randomBytes(32) }),
    ids: randomIdMaker,
    clock: { now: () => time.now },
    executors: {
      ...catalog.executors,
      surveyExecutors: async () => ({ ...(await catalog.executors.surveyExecutors()), now: time.now }),
    },
    policy: DEFAULT_POLICY,
    repository: 'main',
    log,
    workQueue: {
      enqueue: async (operationId: string) => {
        if (queue.away) throw new PortError('retryable', 'QUEUE_AWAY', 'the queue is away');
        handedOver.push(operationId);
      },
    },
  };
  return {
    catalog,
    url: database.url,
    sql,
    sealingPrivateKey,
    sealingKeyId,
    takeStatements: () => statements.splice(0).filter((text) => !/^(BEGIN|COMMIT|ROLLBACK)/i.test(text)),
    handedOver,
    queue,
    time,
    ports,
    async close() {
      await catalog.close();
      await sql.end();
      await database.drop();
    },
  };
}

/** Metadata of a machine of the demonstration estate. */
export function estateMetadata(machineNumber: number, pointNumber: number): RestorePointMetadata {
  const machine = estateVirtualMachines()[machineNumber];
  if (machine === undefined) throw new Error(`the estate has no machine ${machineNumber}`);
  const nvram = machine.nvramBytes(pointNumber);
  return {
    site: { name: 'Site A', vcenterInstanceUuid: '5c0b2b1e-7f4d-4c5e-9a51-2d6f0f3a7b10' },
    capturedAt: `2026-03-0${1 + pointNumber}T02:00:00.000Z`,
    configInfo: machine.configInfo(pointNumber),
    nvramBase64: nvram === null ? null : Buffer.from(nvram).toString('base64'),
    storagePolicies: [],
    consistency: 'CRASH',
  };
}

/** Images of a machine of the estate in the location "images". */
export function estateImages(machineNumber: number) {
  const machine = estateVirtualMachines()[machineNumber];
  return (machine?.disks ?? []).map(({ deviceKey, fileName }) => ({
    deviceKey,
    location: 'images',
    path: fileName,
    format: 'RAW' as const,
  }));
}

export interface ExecutorRowOptions {
  readonly name?: string;
  readonly observedAt?: string;
  readonly locations?: readonly object[];
}

/** A living executor with a readable `images` and a writable `restores`. */
export async function insertExecutor(sql: pg.Pool, options: ExecutorRowOptions = {}): Promise<string> {
  const id = randomIdMaker.newId();
  const locations = options.locations ?? [
    { name: 'images', readable: true, writable: false, freeBytes: 1_000_000_000_000 },
    { name: 'restores', readable: true, writable: true, freeBytes: 1_000_000_000_000 },
    { name: 'drop', readable: false, writable: true, freeBytes: null },
  ];
  await sql.query(
    `INSERT INTO executors (id, name, version, engine_state, started_at, observed_at, locations, repositories)
     VALUES ($1, $2, '0.1.0', 'AVAILABLE', $3, $3, $4, '[{"name": "main", "present": true}]')`,
    [id, options.name ?? 'local', options.observedAt ?? NOW, JSON.stringify(locations)],
  );
  return id;
}

/** Ends a capture as an executor does: every disk in the repository, the point AVAILABLE. */
export async function completeCapture(sql: pg.Pool, restorePointId: string): Promise<void> {
  await sql.query(
    `INSERT INTO repositories (id, name, kind) VALUES ($1, 'main', 'LOCAL_FOLDER') ON CONFLICT (name) DO NOTHING`,
    [randomIdMaker.newId()],
  );
  await sql.query(
    `UPDATE restore_point_disks SET state = 'CAPTURED', index_hash = sha256(id::text::bytea), data_bytes = 4096,
       repository_id = (SELECT id FROM repositories WHERE name = 'main') WHERE restore_point_id = $1`,
    [restorePointId],
  );
  await sql.query(`UPDATE restore_points SET state = 'AVAILABLE' WHERE id = $1`, [restorePointId]);
  await sql.query(
    `UPDATE captured_items SET state = 'CAPTURED', observed_at = now()
     WHERE restore_point_id = $1 AND item = 'DISK_DATA'`,
    [restorePointId],
  );
}

export async function endOperation(sql: pg.Pool, id: string, state: 'SUCCEEDED' | 'FAILED'): Promise<void> {
  await sql.query(`UPDATE operations SET state = 'RUNNING', started_at = now() WHERE id = $1`, [id]);
  await sql.query(`UPDATE operations SET state = $2, finished_at = now() WHERE id = $1`, [id, state]);
}
