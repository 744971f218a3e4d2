import type { AuditEntryRecord } from '../domain/operation-records.js';
import type { Page, PageRequest } from './page.js';

/** The audit log, newest first. Entries are only written in the transaction of what they tell of. */
export interface AuditReader {
  pageAuditEntries(page: PageRequest): Promise<Page<AuditEntryRecord>>;
  countAuditEntries(): Promise<number>;
}
