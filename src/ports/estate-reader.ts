import type { ExecutorRecord, SiteRecord, VmRecord } from '../domain/estate-records.js';
import type { Page, PageRequest } from './page.js';

/**
 * Sites, VMs and executors, read half. `load…` answers in the order of its ids, null where there is no such row; an id
 * that is no UUID is no row. Every method is one SQL statement, whatever the number of ids. Ids of lists at most 1,000.
 *
 * Errors of every reader: `retryable` / `DATABASE_UNAVAILABLE` (away, starting, out of connections),
 * `retryable` / `DATABASE_TIMEOUT`, and those of pages (page.ts).
 */
export interface SiteReader {
  /** By name. */
  pageSites(page: PageRequest): Promise<Page<SiteRecord>>;
  countSites(): Promise<number>;
  loadSites(ids: readonly string[]): Promise<readonly (SiteRecord | null)[]>;
}

export interface VmFilter {
  /** Part of the name, upper and lower case alike; every character counts as itself. */
  readonly nameContains?: string | null | undefined;
  readonly siteId?: string | null | undefined;
}

export interface VmReader {
  /** By name. */
  pageVms(filter: VmFilter, page: PageRequest): Promise<Page<VmRecord>>;
  countVms(filter: VmFilter): Promise<number>;
  loadVms(ids: readonly string[]): Promise<readonly (VmRecord | null)[]>;
  /** The same page of several sites, in the order of the ids. */
  pageVmsOfSites(siteIds: readonly string[], page: PageRequest): Promise<readonly Page<VmRecord>[]>;
  countVmsOfSites(siteIds: readonly string[]): Promise<readonly number[]>;
}

export interface ExecutorReader {
  /** By name. */
  pageExecutors(page: PageRequest): Promise<Page<ExecutorRecord>>;
  countExecutors(): Promise<number>;
  loadExecutors(ids: readonly string[]): Promise<readonly (ExecutorRecord | null)[]>;
  /** What the planner looks at. */
  surveyExecutors(): Promise<ExecutorSurvey>;
}

export interface ExecutorSurvey {
  /** The database's clock, by which executors report too: no report is ever later than this. UTC text. */
  readonly now: string;
  /** All of them by name, at most 1,000. */
  readonly executors: readonly ExecutorRecord[];
}
