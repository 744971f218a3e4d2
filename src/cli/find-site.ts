import { CliError } from './cli-error.js';
import type { GraphqlClient } from './client/graphql-client.js';
import { ListSitesDocument } from './generated/operations.js';
import type { ListSitesQuery } from './generated/operations.js';
import { readPages } from './read-pages.js';

export type SiteRow = ListSitesQuery['sites']['nodes'][number];

const MOST_SITES = 10_000;

export async function listSites(client: GraphqlClient): Promise<readonly SiteRow[]> {
  const { items } = await readPages(
    MOST_SITES,
    async (first, after) => (await client.request(ListSitesDocument, { first, after })).sites,
  );
  return items;
}

/** The site of this name. Throws CliError when there is none. */
export async function findSiteByName(client: GraphqlClient, name: string): Promise<SiteRow> {
  const sites = await listSites(client);
  const site = sites.find((one) => one.name === name);
  if (site !== undefined) return site;
  const names = sites.slice(0, 10).map((one) => one.name);
  throw new CliError('NOT_FOUND', `no site is called "${name}"`, `sites: ${names.join(', ') || 'none'}`);
}
