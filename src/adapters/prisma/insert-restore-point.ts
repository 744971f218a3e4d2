import type { RestorePointWrite } from '../../ports/restore-point-writer.js';
import type { Statements } from './database.js';
import { Prisma } from './generated/client.js';

/** False when the tool has recorded another point under this reference in the meantime. */
export async function insertRestorePoint(statements: Statements, write: RestorePointWrite): Promise<boolean> {
  const { restorePoint: point, vm } = write;
  const { facts } = point;
  const policies = point.storagePolicies === null ? null : JSON.stringify(point.storagePolicies);
  const made = await statements.$executeRaw(Prisma.sql`
    INSERT INTO restore_points (id, vm_id, captured_at, origin, state, tool, tool_reference, request_sha256,
      consistency, fence, firmware, secure_boot, vtpm, hardware_version, encryption, key_id, key_provider_id,
      key_provider_type, bundle_item_id, bundle_sha256, nvram_item_id, nvram_sha256, nvram_size_bytes, storage_policies,
      extractor_version, facts, retain_until, legal_hold)
    VALUES (${point.id}::uuid, ${vm.id}::uuid, ${point.capturedAt}::timestamptz, ${point.origin}, ${point.state},
      ${point.tool}, ${point.toolReference}, decode(${point.requestSha256}, 'hex'), ${point.consistency},
      ${point.fence}, ${facts.firmware}, ${facts.secureBoot}, ${facts.vtpm}, ${facts.hardwareVersion}::integer,
      ${point.encryption}, ${point.key?.keyId ?? null}, ${point.key?.providerId ?? null}, ${point.keyProviderType},
      ${point.bundle?.sealedItemId ?? null}::uuid, decode(${point.bundle?.sha256 ?? null}, 'hex'),
      ${point.nvram?.sealedItemId ?? null}::uuid, decode(${point.nvram?.sha256 ?? null}, 'hex'),
      ${point.nvram?.sizeBytes ?? null}::bigint, ${policies}::jsonb,
      ${facts.extractorVersion}::integer, ${JSON.stringify(facts)}::jsonb, ${point.retainUntil}::timestamptz,
      ${point.legalHold})
    ON CONFLICT (tool, tool_reference) DO NOTHING`);
  return made === 1;
}
