interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Fetches page after page until `limit` entries are there or none is left. */
export async function readPages<Item>(
  limit: number,
  fetchPage: (first: number, after: string | null) => Promise<Page<Item>>,
): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = [];
  let after: string | null = null;
  while (items.length < limit) {
    const page: Page<Item> = await fetchPage(Math.min(50, limit - items.length), after);
    items.push(...page.nodes);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage || after === null) return { items, more: false };
  }
  return { items, more: true };
}
