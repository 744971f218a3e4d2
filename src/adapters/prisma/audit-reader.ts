import type { JsonObject } from '../../domain/json.js';
import type { AuditEntryRecord } from '../../domain/operation-records.js';
import type { AuditReader } from '../../ports/audit-reader.js';
import { hex, utc, wholeNumber } from './column-values.js';
import { type CursorFormat, decodePage, pageOf } from './cursors.js';
import type { CatalogDatabase } from './database.js';
import { Prisma } from './generated/client.js';
import { afterKeys } from './sql-parts.js';

const ENTRIES: CursorFormat = { list: 'auditLog', keys: ['sequence'] };

interface AuditRow {
  sequence: bigint;
  at: Date;
  actor: string;
  action: string;
  subject_type: string;
  subject_id: string;
  detail: JsonObject;
  previous_hash: Uint8Array;
  entry_hash: Uint8Array;
}

function toEntry(row: AuditRow): AuditEntryRecord {
  return {
    sequence: wholeNumber(row.sequence),
    at: utc(row.at),
    actor: row.actor,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    detail: row.detail,
    previousHash: hex(row.previous_hash),
    entryHash: hex(row.entry_hash),
  };
}

export function createAuditReader(database: CatalogDatabase): AuditReader {
  return {
    async pageAuditEntries(request) {
      const page = decodePage(ENTRIES, request);
      const rows = await database.query<AuditRow>(Prisma.sql`
        SELECT sequence, at, actor, action, subject_type, subject_id, detail, previous_hash, entry_hash
        FROM audit_entries WHERE ${afterKeys(ENTRIES, page, 'sequence', '<')}
        ORDER BY sequence DESC LIMIT ${page.first + 1}`);
      return pageOf(ENTRIES, page, rows.map(toEntry), ({ sequence }) => [sequence]);
    },
    async countAuditEntries() {
      // Entries are numbered without gaps and never removed, so the last number is their count.
      const [row] = await database.query<{ count: bigint }>(
        Prisma.sql`SELECT coalesce(max(sequence), 0) AS count FROM audit_entries`,
      );
      return wholeNumber(row?.count ?? 0n);
    },
  };
}
