import type { JsonObject } from '../../domain/json.js';
import { SITE_SECTIONS } from '../../domain/planning-records.js';
import type {
  ProxyFactsRecord,
  SiteSection,
  SiteSectionDocument,
  SiteSectionRecord,
} from '../../domain/planning-records.js';
import type { PlanningFactsReader, PlanningFactsWriter, SiteFactsWrite } from '../../ports/planning-facts.js';
import { groupsInOrder, isUuid, utc, uuidsOf } from './column-values.js';
import type { CatalogDatabase, Statements } from './database.js';
import { SITE_COLUMNS, type SiteRow, toSite } from './estate-reader.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote } from './operation-rows.js';

const PROXIES_MAX = 1_000;

interface SectionRow {
  section: SiteSection;
  observed_at: Date;
  entries: JsonObject[];
}

interface SectionAgeRow {
  site_id: string;
  section: SiteSection;
  observed_at: Date;
  recorded_at: Date;
  recorded_by: string;
  entry_count: number;
}

interface ProxyRow {
  executor_name: string;
  observed_at: Date;
  proxy: JsonObject;
}

export function createPlanningFactsReader(database: CatalogDatabase): PlanningFactsReader {
  return {
    async loadSiteFacts(siteId) {
      if (!isUuid(siteId)) return [];
      const rows = await database.query<SectionRow>(
        Prisma.sql`SELECT section, observed_at, entries FROM site_facts WHERE site_id = ${siteId}::uuid`,
      );
      const documents = rows.map(({ section, observed_at, entries }): SiteSectionDocument => {
        return { section, observedAt: utc(observed_at), entries };
      });
      return documents.sort(bySection);
    },
    async loadSiteSections(siteIds) {
      const rows = await database.query<SectionAgeRow>(Prisma.sql`
        SELECT site_id, section, observed_at, recorded_at, recorded_by, entry_count FROM site_facts
        WHERE site_id = ANY(${uuidsOf(siteIds)}::uuid[])`);
      const groups = groupsInOrder(siteIds, rows, (row) => row.site_id);
      return groups.map((group) => group.map(toSection).sort(bySection));
    },
    async loadProxyFacts() {
      const rows = await database.query<ProxyRow>(Prisma.sql`
        SELECT executor_name, observed_at, proxy FROM proxy_facts ORDER BY executor_name LIMIT ${PROXIES_MAX}`);
      return rows.map(({ executor_name, observed_at, proxy }): ProxyFactsRecord => {
        return { executorName: executor_name, observedAt: utc(observed_at), proxy };
      });
    },
    async loadPolicy() {
      const [row] = await database.query<{ policy: JsonObject }>(Prisma.sql`SELECT policy FROM planning_policy`);
      return row?.policy ?? null;
    },
  };
}

export function createPlanningFactsWriter(database: CatalogDatabase): PlanningFactsWriter {
  return {
    writeSiteFacts: (write, audit) =>
      database.transaction(async (statements) => {
        const site = toSite(await provideSite(statements, write));
        const written = await writeSections(statements, site.id, write);
        const older = write.sections.map(({ section }) => section).filter((section) => !written.has(section));
        await appendAuditNote(statements, audit(site.id, older));
        return { site, older };
      }),
    writeProxyFacts: (facts, recordedBy, audit) =>
      database.transaction(async (statements) => {
        const rows = await statements.$queryRaw<unknown[]>(Prisma.sql`
          INSERT INTO proxy_facts (executor_name, observed_at, recorded_by, proxy)
          VALUES (${facts.executorName}, ${facts.observedAt}::timestamptz, ${recordedBy},
            ${JSON.stringify(facts.proxy)}::jsonb)
          ON CONFLICT (executor_name) DO UPDATE SET observed_at = excluded.observed_at,
            recorded_at = clock_timestamp(), recorded_by = excluded.recorded_by, proxy = excluded.proxy
          WHERE proxy_facts.observed_at <= excluded.observed_at
          RETURNING executor_name`);
        if (rows.length === 0) return false;
        await appendAuditNote(statements, audit);
        return true;
      }),
    writePolicy: (policy, changedBy, audit) =>
      database.transaction(async (statements) => {
        await statements.$executeRaw(Prisma.sql`
          INSERT INTO planning_policy (policy, changed_by) VALUES (${JSON.stringify(policy)}::jsonb, ${changedBy})
          ON CONFLICT (single) DO UPDATE SET policy = excluded.policy, changed_at = clock_timestamp(),
            changed_by = excluded.changed_by`);
        await appendAuditNote(statements, audit);
      }),
  };
}

async function provideSite(statements: Statements, { siteId, siteName, siteKind }: SiteFactsWrite): Promise<SiteRow> {
  const [row] = await statements.$queryRaw<SiteRow[]>(Prisma.sql`
    INSERT INTO sites (id, name, kind) VALUES (${siteId}::uuid, ${siteName}, ${siteKind ?? 'UNREGISTERED'})
    ON CONFLICT (name) DO UPDATE SET kind = coalesce(${siteKind}, sites.kind)
    RETURNING ${SITE_COLUMNS}`);
  if (row === undefined) throw new Error('a site that was written came back as nothing');
  return row;
}

/** One statement for all sections; those that came back were written. */
async function writeSections(
  statements: Statements,
  siteId: string,
  { sections, recordedBy }: SiteFactsWrite,
): Promise<ReadonlySet<SiteSection>> {
  const rows = await statements.$queryRaw<{ section: SiteSection }[]>(Prisma.sql`
    INSERT INTO site_facts (site_id, section, observed_at, recorded_by, entry_count, entries)
    SELECT ${siteId}::uuid, given.section, given.observed_at, ${recordedBy}, jsonb_array_length(given.entries::jsonb),
      given.entries::jsonb
    FROM unnest(${sections.map(({ section }) => section)}::text[],
      ${sections.map(({ observedAt }) => observedAt)}::timestamptz[],
      ${sections.map(({ entries }) => JSON.stringify(entries))}::text[]) AS given (section, observed_at, entries)
    ON CONFLICT (site_id, section) DO UPDATE SET observed_at = excluded.observed_at,
      recorded_at = clock_timestamp(), recorded_by = excluded.recorded_by, entry_count = excluded.entry_count,
      entries = excluded.entries
    WHERE site_facts.observed_at <= excluded.observed_at
    RETURNING section`);
  return new Set(rows.map(({ section }) => section));
}

function toSection(row: SectionAgeRow): SiteSectionRecord {
  return {
    siteId: row.site_id,
    section: row.section,
    observedAt: utc(row.observed_at),
    recordedAt: utc(row.recorded_at),
    recordedBy: row.recorded_by,
    entryCount: row.entry_count,
  };
}

function bySection(left: { readonly section: SiteSection }, right: { readonly section: SiteSection }): number {
  return SITE_SECTIONS.indexOf(left.section) - SITE_SECTIONS.indexOf(right.section);
}
