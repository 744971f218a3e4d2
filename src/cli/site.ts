import { readFile } from 'node:fs/promises';
import { usageError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { EXIT } from './exit-codes.js';
import { findSiteByName, listSites } from './find-site.js';
import type { SiteRow } from './find-site.js';
import { RecordSiteFactsDocument } from './generated/operations.js';
import type { SiteSection } from './generated/operations.js';
import { formatRefusals } from './output/refusals.js';
import { formatTable } from './output/table.js';
import { formatMoment, formatWord } from './output/words.js';
import { answerRefused } from './started-operation.js';

/** Sections by the names that they have in a facts document. */
const SECTIONS: Readonly<Record<string, SiteSection>> = {
  about: 'ABOUT',
  hosts: 'HOSTS',
  datastores: 'DATASTORES',
  networks: 'NETWORKS',
  storagePolicies: 'STORAGE_POLICIES',
  keyProviders: 'KEY_PROVIDERS',
  keyStatuses: 'KEY_STATUSES',
  machines: 'MACHINES',
  targetMachine: 'TARGET_MACHINE',
  privileges: 'PRIVILEGES',
  services: 'SERVICES',
  places: 'PLACES',
};
const KINDS = ['VCENTER', 'ESXI'] as const;

export const siteCommand = defineCommand({
  command: 'site <action> [site]',
  describe: 'List sites, show how old what is known of one is, or record what another program saw of it',
  example: ['site facts vc-b', 'what is known of vc-b, and since when?'],
  builder: (parser) =>
    parser
      .positional('action', {
        choices: ['list', 'facts', 'record'] as const,
        demandOption: true,
        describe: 'what to do',
      })
      .positional('site', { type: 'string', describe: 'name of the site' })
      .option('from', {
        type: 'string',
        requiresArg: true,
        describe: 'with record: JSON file, as "site" of a facts document',
      })
      .option('kind', { choices: KINDS, describe: 'with record: what the site is' }),
  run: async ({ action, site, from, kind }, context) => {
    if (action === 'list') return showSites(await listSites(context.client()));
    if (site === undefined) throw usageError('give the name of a site', 'list them: reinstate site list');
    if (action === 'facts') return showFacts(await findSiteByName(context.client(), site));
    if (from === undefined) throw usageError('give --from, the file with what was seen');
    return recordFacts(site, from, kind ?? null, context);
  },
});

function showSites(sites: readonly SiteRow[]): Answer {
  const rows = sites.map(({ name, kind, sections }) => {
    const stale = sections.filter((section) => section.stale).length;
    return [name, formatWord(kind), `${sections.length}`, `${stale}`];
  });
  const text = formatTable(['SITE', 'KIND', 'SECTIONS', 'STALE'], rows);
  return { exitCode: EXIT.good, json: { sites }, text };
}

/** Nothing known, or something too old to plan with, ends with the exit code for stale. */
function showFacts(site: SiteRow): Answer {
  const { sections } = site;
  const rows = sections.map((one) => {
    const { section, entryCount, observedAt, stale, recordedBy } = one;
    return [formatWord(section), `${entryCount}`, formatMoment(observedAt), stale ? 'stale' : 'fresh', recordedBy];
  });
  const isGood = sections.length > 0 && sections.every(({ stale }) => !stale);
  const text =
    sections.length === 0
      ? `nothing is known of ${site.name}; record it: reinstate site record ${site.name} --from FILE`
      : formatTable(['SECTION', 'ENTRIES', 'OBSERVED', 'AGE', 'RECORDED BY'], rows);
  return { exitCode: isGood ? EXIT.good : EXIT.unknownOrStale, json: { site }, text };
}

async function recordFacts(
  site: string,
  file: string,
  kind: (typeof KINDS)[number] | null,
  context: CommandContext,
): Promise<Answer> {
  const sections = readSections(await readText(file), file);
  const input = { site, kind, sections };
  const { recordSiteFacts } = await context.client().request(RecordSiteFactsDocument, { input });
  if (recordSiteFacts.site === null) return answerRefused(recordSiteFacts.userErrors);
  const said = `recorded ${sections.map(({ section }) => formatWord(section)).join(', ')} of ${site}`;
  const warnings = formatRefusals(recordSiteFacts.userErrors);
  return { exitCode: EXIT.good, json: recordSiteFacts, text: warnings === '' ? said : `${warnings}\n${said}` };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** Takes "site" of a facts document, or the whole document. What is null was never observed. */
function readSections(text: string, file: string) {
  const remedy = 'compare it with docs/generated/facts.schema.json';
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw usageError(`${file} is not JSON`, remedy);
  }
  const whole = document as { readonly site?: unknown } | null;
  const site = (typeof whole?.site === 'object' ? whole.site : whole) as Record<string, unknown> | null;
  const sections = Object.entries(site ?? {}).flatMap(([name, value]) => {
    const section = SECTIONS[name];
    const seen = value as { readonly observedAt?: unknown; readonly entries?: unknown } | null;
    if (section === undefined || seen === null) return [];
    if (typeof seen !== 'object' || typeof seen.observedAt !== 'string' || seen.entries === undefined) {
      throw usageError(`${file}: ${name} has no observedAt and entries`, remedy);
    }
    return [{ section, observedAt: seen.observedAt, entries: JSON.stringify(seen.entries) }];
  });
  if (sections.length === 0) throw usageError(`${file} holds no section of a site`, remedy);
  return sections;
}
