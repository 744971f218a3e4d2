import type { SiteRecord } from '../domain/estate-records.js';
import type { JsonObject } from '../domain/json.js';
import type { AuditNote } from '../domain/operation-records.js';
import type {
  ProxyFactsRecord,
  SiteSection,
  SiteSectionDocument,
  SiteSectionRecord,
} from '../domain/planning-records.js';

/** Facts that plans are made from, read half. Same rules and errors as in estate-reader.ts: one statement each. */
export interface PlanningFactsReader {
  /** Sections that were ever recorded, with their entries, in the order of `SITE_SECTIONS`. */
  loadSiteFacts(siteId: string): Promise<readonly SiteSectionDocument[]>;
  /** The same without entries, for several sites, in the order of the ids. */
  loadSiteSections(siteIds: readonly string[]): Promise<readonly (readonly SiteSectionRecord[])[]>;
  /** By name of the executor, at most 1,000. */
  loadProxyFacts(): Promise<readonly ProxyFactsRecord[]>;
  /** What differs from the defaults; null when nobody ever set it. */
  loadPolicy(): Promise<JsonObject | null>;
}

export interface SiteFactsWrite {
  /** Of a new site; the id of the site of that name is kept. */
  readonly siteId: string;
  readonly siteName: string;
  /** Null leaves a site what it is. */
  readonly siteKind: 'VCENTER' | 'ESXI' | null;
  readonly recordedBy: string;
  readonly sections: readonly SiteSectionDocument[];
}

export interface SiteFactsWritten {
  readonly site: SiteRecord;
  /** Sections left as they are, because what is kept was observed later. */
  readonly older: readonly SiteSection[];
}

/** Write half. Errors as in restore-point-writer.ts. Each call is one transaction with its audit entry. */
export interface PlanningFactsWriter {
  /** Makes the site if there is none of that name. A section observed earlier than the one that is kept is left out. */
  writeSiteFacts(
    write: SiteFactsWrite,
    audit: (siteId: string, older: readonly SiteSection[]) => AuditNote,
  ): Promise<SiteFactsWritten>;
  /** False when what is kept was observed later; then nothing is changed. */
  writeProxyFacts(facts: ProxyFactsRecord, recordedBy: string, audit: AuditNote): Promise<boolean>;
  writePolicy(policy: JsonObject, changedBy: string, audit: AuditNote): Promise<void>;
}
