import { createHash } from 'node:crypto';
import { PortError } from '../../ports/port-error.js';
import type {
  IngestContext,
  IngestQuery,
  NewDisk,
  NewSealedItem,
  NewSite,
  RestorePointWrite,
  RestorePointWriteOutcome,
  RestorePointWriter,
  SealedItemName,
} from '../../ports/restore-point-writer.js';
import { hex, isUuid } from './column-values.js';
import type { CatalogDatabase, Statements } from './database.js';
import { isUniqueViolation } from './database-errors.js';
import { type SiteRow, type VmRow, SITE_COLUMNS, toSite, toVm, VM_COLUMNS } from './estate-reader.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote, appendEvent, OPERATION_COLUMNS, type OperationRow, toOperation } from './operation-rows.js';
import { insertOperation, toFound } from './operation-writer.js';
import { insertRestorePoint } from './insert-restore-point.js';
import { RESTORE_POINT_COLUMNS, type RestorePointRow, toRestorePoint } from './restore-point-rows.js';

/** Something that the caller looked up is no longer so: the transaction is undone, the caller begins again. */
class ChangedMeanwhile extends Error {}

export function createRestorePointWriter(database: CatalogDatabase): RestorePointWriter {
  return {
    findIngestContext: (query) => findIngestContext(database, query),
    findSealedItems: (vmId, wanted) => findSealedItems(database, vmId, wanted),
    async writeRestorePoint(write) {
      try {
        return await database.transaction((statements) => writeAll(statements, write));
      } catch (error) {
        if (error instanceof ChangedMeanwhile || isUniqueViolation(error)) return { kind: 'changed-meanwhile' };
        if (error instanceof PortError && error.code === 'DATABASE_CONFLICT') return { kind: 'changed-meanwhile' };
        throw error;
      }
    },
  };
}

async function findIngestContext(database: CatalogDatabase, query: IngestQuery): Promise<IngestContext> {
  const [sites, vms, recorded, started] = await Promise.all([
    database.query<SiteRow>(Prisma.sql`
      SELECT ${SITE_COLUMNS} FROM sites
      WHERE name = ${query.siteName} OR vcenter_instance_uuid = ${query.vcenterInstanceUuid}`),
    database.query<VmRow>(Prisma.sql`
      SELECT ${VM_COLUMNS} FROM vms WHERE identity_key = ${query.identityKey}
        AND site_id = (SELECT id FROM sites WHERE name = ${query.siteName})`),
    query.toolReference === null
      ? []
      : database.query<{ id: string; request_sha256: Uint8Array }>(Prisma.sql`
          SELECT id, request_sha256 FROM restore_points
          WHERE tool = ${query.tool} AND tool_reference = ${query.toolReference}`),
    query.idempotencyKey === null
      ? []
      : database.query<OperationRow & { request_sha256: Uint8Array }>(Prisma.sql`
          SELECT ${OPERATION_COLUMNS}, operation.request_sha256 FROM operations operation
          WHERE operation.kind = 'CAPTURE_RESTORE_POINT' AND operation.idempotency_key = ${query.idempotencyKey}`),
  ]);
  const found = sites.map(toSite);
  return {
    site: found.find(({ name }) => name === query.siteName) ?? null,
    siteOfVcenter:
      query.vcenterInstanceUuid === null
        ? null
        : (found.find(({ vcenterInstanceUuid }) => vcenterInstanceUuid === query.vcenterInstanceUuid) ?? null),
    vm: vms[0] === undefined ? null : toVm(vms[0]),
    recorded:
      recorded[0] === undefined
        ? null
        : { restorePointId: recorded[0].id, requestSha256: hex(recorded[0].request_sha256) },
    started: started[0] === undefined ? null : toFound(started[0]),
  };
}

async function findSealedItems(
  database: CatalogDatabase,
  vmId: string,
  wanted: readonly SealedItemName[],
): Promise<(string | null)[]> {
  if (wanted.length === 0 || !isUuid(vmId)) return wanted.map(() => null);
  const rows = await database.query<{ position: bigint; id: string }>(Prisma.sql`
    SELECT wanted.position, item.id
    FROM unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ fingerprint }) => fingerprint)}::text[],
      ${wanted.map(({ sealingKeyId }) => sealingKeyId)}::uuid[])
      WITH ORDINALITY AS wanted (kind, fingerprint, sealing_key_id, position)
    JOIN sealed_items item ON item.vm_id = ${vmId}::uuid AND item.kind = wanted.kind
      AND item.fingerprint = decode(wanted.fingerprint, 'hex') AND item.sealing_key_id = wanted.sealing_key_id`);
  const ids = new Map(rows.map(({ position, id }) => [Number(position), id]));
  return wanted.map((_, index) => ids.get(index + 1) ?? null);
}

async function writeAll(statements: Statements, write: RestorePointWrite): Promise<RestorePointWriteOutcome> {
  await provideSite(statements, write.site);
  await provideVm(statements, write);
  await insertSealedItems(statements, write.vm.id, write.newSealedItems);
  if (!(await insertRestorePoint(statements, write))) throw new ChangedMeanwhile();
  await insertDocument(statements, write);
  await insertCapturedItems(statements, write);
  await insertDisks(statements, write.restorePoint.id, write.disks);
  await insertChangedExtents(statements, write);
  const operation = await startCapture(statements, write);
  for (const note of write.audit) await appendAuditNote(statements, note);
  const [row] = await statements.$queryRaw<RestorePointRow[]>(Prisma.sql`
    SELECT ${RESTORE_POINT_COLUMNS} FROM restore_points point WHERE point.id = ${write.restorePoint.id}::uuid`);
  if (row === undefined) throw new Error('a restore point vanished in its own transaction');
  return {
    kind: 'written',
    restorePoint: toRestorePoint(row),
    operation: operation === null ? null : { ...toOperation(operation), lastEventSequence: 1 },
  };
}

/** Makes the site or takes the one of that name; a vCenter's identity, once known, stays. */
async function provideSite(statements: Statements, site: NewSite): Promise<void> {
  await statements.$executeRaw(Prisma.sql`
    INSERT INTO sites (id, name, kind, vcenter_instance_uuid)
    VALUES (${site.id}::uuid, ${site.name}, 'UNREGISTERED', ${site.vcenterInstanceUuid}) ON CONFLICT DO NOTHING`);
  if (site.vcenterInstanceUuid !== null) {
    await statements.$executeRaw(Prisma.sql`
      UPDATE sites SET vcenter_instance_uuid = ${site.vcenterInstanceUuid}
      WHERE id = ${site.id}::uuid AND vcenter_instance_uuid IS NULL`);
  }
  const [row] = await statements.$queryRaw<SiteRow[]>(
    Prisma.sql`SELECT ${SITE_COLUMNS} FROM sites WHERE id = ${site.id}::uuid`,
  );
  const other = site.vcenterInstanceUuid !== null && row?.vcenter_instance_uuid !== site.vcenterInstanceUuid;
  if (row === undefined || row.name !== site.name || other) throw new ChangedMeanwhile();
}

/** Makes the VM or takes the one of that identity; its name and ids follow its newest restore point. */
async function provideVm(statements: Statements, { site, vm, restorePoint }: RestorePointWrite): Promise<void> {
  await statements.$executeRaw(Prisma.sql`
    INSERT INTO vms (id, site_id, identity_key, name, managed_object_id, instance_uuid, bios_uuid)
    VALUES (${vm.id}::uuid, ${site.id}::uuid, ${vm.identityKey}, ${vm.name}, ${vm.managedObjectId}, ${vm.instanceUuid},
      ${vm.biosUuid}) ON CONFLICT (site_id, identity_key) DO NOTHING`);
  await statements.$executeRaw(Prisma.sql`
    UPDATE vms SET name = ${vm.name}, managed_object_id = coalesce(${vm.managedObjectId}, managed_object_id),
      instance_uuid = coalesce(${vm.instanceUuid}, instance_uuid), bios_uuid = coalesce(${vm.biosUuid}, bios_uuid)
    WHERE id = ${vm.id}::uuid AND NOT EXISTS (SELECT 1 FROM restore_points newer
      WHERE newer.vm_id = vms.id AND newer.captured_at > ${restorePoint.capturedAt}::timestamptz)`);
  const rows = await statements.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM vms WHERE id = ${vm.id}::uuid AND site_id = ${site.id}::uuid AND identity_key = ${vm.identityKey}`);
  if (rows.length === 0) throw new ChangedMeanwhile();
}

async function insertSealedItems(statements: Statements, vmId: string, items: readonly NewSealedItem[]): Promise<void> {
  if (items.length === 0) return;
  // One order for everybody, so that two transactions with the same items wait and do not deadlock.
  const rows = [...items]
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
    .map(({ content, ...item }) => ({ ...item, ciphertext: Buffer.from(content).toString('base64') }));
  const made = await statements.$executeRaw(Prisma.sql`
    INSERT INTO sealed_items
      (id, vm_id, kind, fingerprint_algorithm, fingerprint, length_bytes, sealing_key_id, ciphertext)
    SELECT item.id, ${vmId}::uuid, item.kind, item."fingerprintAlgorithm", decode(item.fingerprint, 'hex'),
      item."lengthBytes", item."sealingKeyId", decode(item.ciphertext, 'base64')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS item (id uuid, kind text, "fingerprintAlgorithm" text,
      fingerprint text, "lengthBytes" bigint, "sealingKeyId" uuid, ciphertext text)
    ON CONFLICT (vm_id, kind, fingerprint, sealing_key_id) DO NOTHING`);
  if (made !== items.length) throw new ChangedMeanwhile();
}

async function insertDocument(statements: Statements, write: RestorePointWrite): Promise<void> {
  const { document, restorePoint, cutSecrets } = write;
  const sha256 = createHash('sha256').update(document.document).digest('hex');
  if (sha256 !== document.sha256) throw new Error('the hash of a document is not that of its text');
  await statements.$executeRaw(Prisma.sql`
    INSERT INTO restore_point_documents (restore_point_id, form, document, document_sha256, not_understood)
    VALUES (${restorePoint.id}::uuid, ${document.form}, ${document.document}, decode(${document.sha256}, 'hex'),
      ${JSON.stringify(document.notUnderstood)}::jsonb)`);
  if (cutSecrets.length === 0) return;
  await statements.$executeRaw(Prisma.sql`
    INSERT INTO restore_point_sealed_items (restore_point_id, path, sealed_item_id)
    SELECT ${restorePoint.id}::uuid, cut.path, cut.id
    FROM unnest(${cutSecrets.map(({ path }) => path)}::text[],
      ${cutSecrets.map(({ sealedItemId }) => sealedItemId)}::uuid[]) AS cut (path, id)`);
}

async function insertCapturedItems(statements: Statements, write: RestorePointWrite): Promise<void> {
  await statements.$executeRaw(Prisma.sql`
    INSERT INTO captured_items (restore_point_id, item, state, observed_at, reason)
    SELECT ${write.restorePoint.id}::uuid, item.item, item.state, item."observedAt", item.reason
    FROM jsonb_to_recordset(${JSON.stringify(write.capturedItems)}::jsonb)
      AS item (item text, state text, "observedAt" timestamptz, reason text)`);
}

async function insertDisks(statements: Statements, restorePointId: string, disks: readonly NewDisk[]): Promise<void> {
  if (disks.length === 0) return;
  const rows = disks.map(({ changeId, key, ...disk }) => ({
    ...disk,
    changeIdUuid: changeId?.uuid ?? null,
    changeIdSequence: changeId?.sequence ?? null,
    keyId: key?.keyId ?? null,
    keyProviderId: key?.providerId ?? null,
  }));
  await statements.$executeRaw(Prisma.sql`
    INSERT INTO restore_point_disks (restore_point_id, id, device_key, label, controller_key, controller_type, bus,
      bus_number, unit_number, capacity_bytes, provisioning, backing_type, backing_file_name, datastore_name,
      datastore_type, disk_mode, disk_uuid, change_id_uuid, change_id_sequence, key_id, key_provider_id, state)
    SELECT ${restorePointId}::uuid, disk.*
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS disk (id uuid, "deviceKey" integer, label text,
      "controllerKey" integer, "controllerType" text, bus text, "busNumber" integer, "unitNumber" integer,
      "capacityBytes" bigint, provisioning text, "backingType" text, "backingFileName" text, "datastoreName" text,
      "datastoreType" text, "diskMode" text, "diskUuid" text, "changeIdUuid" text, "changeIdSequence" bigint,
      "keyId" text, "keyProviderId" text, state text)`);
}

/** A parent is locked until the operation stands beside it: whoever deletes it waits, and then sees that operation. */
async function insertChangedExtents(statements: Statements, write: RestorePointWrite): Promise<void> {
  const parents = [...new Set(write.changedExtents.map(({ parentRestorePointId }) => parentRestorePointId))].sort();
  if (parents.length === 0) return;
  const locked = await statements.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM restore_points WHERE id = ANY(${parents}::uuid[]) AND state = 'AVAILABLE' ORDER BY id FOR SHARE`);
  if (locked.length < parents.length) throw new ChangedMeanwhile();
  for (const { deviceKey, extents } of write.changedExtents) {
    await statements.$executeRaw(Prisma.sql`
      INSERT INTO changed_extents (restore_point_id, device_key, extents)
      VALUES (${write.restorePoint.id}::uuid, ${deviceKey}, ${extents})`);
  }
}

async function startCapture(statements: Statements, { operation }: RestorePointWrite): Promise<OperationRow | null> {
  if (operation === null) return null;
  const row = await insertOperation(statements, operation);
  if (row === undefined) throw new ChangedMeanwhile();
  await appendEvent(statements, operation.id, 'STATE', { state: 'QUEUED', phase: 'queued' });
  return row;
}
