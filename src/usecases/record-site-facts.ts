import type { SiteRecord } from '../domain/estate-records.js';
import type { JsonObject } from '../domain/json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { SiteSection, SiteSectionDocument } from '../domain/planning-records.js';
import { refusal, warning } from '../domain/user-error.js';
import type { ExecutorReader } from '../ports/estate-reader.js';
import type { FactDocuments } from '../ports/fact-documents.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { PlanningFactsWriter } from '../ports/planning-facts.js';
import type { Actor } from './actor.js';
import { checkText } from './check-text.js';
import { readFactDocument, readObservedAt } from './read-fact-document.js';

export interface RecordSiteFactsPorts {
  readonly planningFacts: Pick<PlanningFactsWriter, 'writeSiteFacts'>;
  readonly factDocuments: FactDocuments;
  readonly executors: Pick<ExecutorReader, 'surveyExecutors'>;
  readonly ids: IdMaker;
}

export interface RecordSiteFactsInput {
  readonly site: string;
  /** Null or left out: as it is, UNREGISTERED for a new one. */
  readonly kind?: 'VCENTER' | 'ESXI' | null | undefined;
  readonly sections: readonly SiteSectionInput[];
}

export interface SiteSectionInput {
  readonly section: SiteSection;
  readonly observedAt: string;
  /** JSON text of a list. */
  readonly entries: string;
}

export interface RecordSiteFactsResult {
  readonly site: SiteRecord | null;
  readonly userErrors: readonly UserErrorData[];
}

const ENTRIES_MAX = 100_000;

/**
 * Keeps what another program saw of a site; each section replaces what was observed before it. All sections or none.
 * Refusals: INVALID_INPUT, TOO_LARGE. A section that was observed earlier than the one kept is left out, with a
 * warning.
 */
export async function recordSiteFacts(
  ports: RecordSiteFactsPorts,
  actor: Actor,
  input: RecordSiteFactsInput,
): Promise<RecordSiteFactsResult> {
  const userErrors = checkText(input.site, { path: ['site'], lengthMax: 200 });
  if (input.sections.length === 0) {
    const remedy = 'Give at least one section.';
    userErrors.push(refusal('INVALID_INPUT', 'No section is given.', { path: ['sections'], remedy }));
  }
  const sections: SiteSectionDocument[] = [];
  const { now } = await ports.executors.surveyExecutors();
  const seen = new Set<SiteSection>();
  for (const [position, given] of input.sections.entries()) {
    const read = readSection(ports, given, ['sections', String(position)], now);
    if ('refusals' in read) userErrors.push(...read.refusals);
    else sections.push(read.section);
    if (seen.has(given.section)) {
      const path = ['sections', String(position), 'section'];
      userErrors.push(refusal('INVALID_INPUT', `Section ${given.section} is given twice.`, { path }));
    }
    seen.add(given.section);
  }
  if (userErrors.length > 0) return { site: null, userErrors };

  const { site, older } = await ports.planningFacts.writeSiteFacts(
    {
      siteId: ports.ids.newId(),
      siteName: input.site,
      siteKind: input.kind ?? null,
      recordedBy: actor.name,
      sections,
    },
    (siteId, left) => ({
      actor: actor.name,
      action: 'site.recordFacts',
      subjectType: 'Site',
      subjectId: siteId,
      detail: { sections: sections.filter(({ section }) => !left.includes(section)).map(summaryOf) },
    }),
  );
  return { site, userErrors: older.map((section) => leftOut(section, input)) };
}

function readSection(
  { factDocuments }: RecordSiteFactsPorts,
  given: SiteSectionInput,
  path: readonly string[],
  now: string,
): { readonly section: SiteSectionDocument } | { readonly refusals: readonly UserErrorData[] } {
  const observedAt = readObservedAt(given.observedAt, [...path, 'observedAt'], now);
  const entries = readFactDocument(factDocuments, given.section, given.entries, [...path, 'entries']);
  const refusals = [...observedAt.refusals, ...entries.refusals];
  if (refusals.length > 0) return { refusals };
  const list = entries.document as readonly JsonObject[];
  if (list.length > ENTRIES_MAX) {
    const message = `Section ${given.section} has ${list.length} entries, more than ${ENTRIES_MAX}.`;
    return { refusals: [refusal('TOO_LARGE', message, { path: [...path, 'entries'] })] };
  }
  return { section: { section: given.section, observedAt: observedAt.moment, entries: list } };
}

function summaryOf({ section, observedAt, entries }: SiteSectionDocument): JsonObject {
  return { section, observedAt, entryCount: entries.length };
}

function leftOut(section: SiteSection, input: RecordSiteFactsInput): UserErrorData {
  const position = input.sections.findIndex((one) => one.section === section);
  const message = `Section ${section} was left as it is: what is kept was observed later.`;
  return warning('FACTS_OUTDATED', message, { path: ['sections', String(position), 'observedAt'] });
}
