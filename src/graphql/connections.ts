/** Relay connections: one page that was read, and a count that is only made when somebody asks for it. */
import type { Page, PageRequest } from '../ports/page.js';

export interface Connection<Node> {
  readonly page: Page<Node>;
  readonly count: () => Promise<number>;
}

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

export function pageRequest({ first, after }: PageArguments): PageRequest {
  return { first, after: after ?? null };
}

export async function connection<Node>(
  page: Promise<Page<Node>>,
  count: () => Promise<number>,
): Promise<Connection<Node>> {
  return { page: await page, count };
}

/** The same four fields for every connection type. */
export const connectionResolvers = {
  edges: ({ page }: Connection<never>) => page.entries,
  nodes: ({ page }: Connection<never>) => page.entries.map(({ node }) => node),
  pageInfo: ({ page }: Connection<never>) => ({
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    startCursor: page.entries[0]?.cursor ?? null,
    endCursor: page.entries.at(-1)?.cursor ?? null,
  }),
  totalCount: ({ count }: Connection<never>) => count(),
};
