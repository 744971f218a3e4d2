/** Rows of the catalog about facts that plans are made from. Times are UTC text `…sssZ`. */
import type { JsonObject } from './json.js';

/** In the order in which a site is told. */
export const SITE_SECTIONS = [
  'ABOUT',
  'HOSTS',
  'DATASTORES',
  'NETWORKS',
  'STORAGE_POLICIES',
  'KEY_PROVIDERS',
  'KEY_STATUSES',
  'MACHINES',
  'TARGET_MACHINE',
  'PRIVILEGES',
  'SERVICES',
  'PLACES',
] as const;
export type SiteSection = (typeof SITE_SECTIONS)[number];

/** One section of a site without its entries. */
export interface SiteSectionRecord {
  readonly siteId: string;
  readonly section: SiteSection;
  readonly observedAt: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly entryCount: number;
}

/** Entries as they were checked when they came in. */
export interface SiteSectionDocument {
  readonly section: SiteSection;
  readonly observedAt: string;
  readonly entries: readonly JsonObject[];
}

/** What somebody told of an executor as a proxy. */
export interface ProxyFactsRecord {
  readonly executorName: string;
  readonly observedAt: string;
  readonly proxy: JsonObject;
}

export interface PlanApprovalRecord {
  readonly planId: string;
  /** Name of the token. */
  readonly approvedBy: string;
  readonly approvedAt: string;
}
