/** What every list of the catalog promises (ports/page.ts): whole, in order, without repetition, at any page size. */
import { expect, test } from '@jest/globals';
import type { Page, PageRequest } from '../../src/ports/page.js';
import type { PortError } from '../../src/ports/port-error.js';

export interface PagedList {
  readonly read: (page: PageRequest) => Promise<Page<unknown>>;
  /** What tells two entries apart. */
  readonly idOf: (node: never) => string;
  /** Ids in order. At least three. */
  readonly expected: () => readonly string[];
  /** A cursor of another list. */
  readonly foreignCursor: () => Promise<string>;
}

export function testKeysetPages(list: PagedList): void {
  const idsOf = (page: Page<unknown>) => page.entries.map(({ node }) => list.idOf(node as never));
  const codeOf = (page: PageRequest) =>
    list.read(page).then(
      () => 'no error',
      (error: PortError) => `${error.kind} ${error.code}`,
    );

  test.each([1, 2, 3, 100])('all entries once and in order, in pages of %d', async (first) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page<unknown> = await list.read({ first, after });
      expect(page.hasPreviousPage).toBe(after !== null);
      expect(page.entries.length).toBeLessThanOrEqual(first);
      seen.push(...idsOf(page));
      if (!page.hasNextPage) break;
      expect(page.entries.length).toBe(first);
      after = page.entries.at(-1)?.cursor ?? null;
    }
    expect(seen).toEqual(list.expected());
  });

  test('the cursor of the last entry gives an empty page', async () => {
    const all = await list.read({ first: 100, after: null });
    const end = await list.read({ first: 100, after: all.entries.at(-1)?.cursor ?? null });
    expect([end.entries, end.hasNextPage, end.hasPreviousPage]).toEqual([[], false, true]);
  });

  test('a cursor that this list did not give out is refused', async () => {
    const own = (await list.read({ first: 1, after: null })).entries[0]?.cursor ?? '';
    const parts = JSON.parse(Buffer.from(own, 'base64url').toString()) as unknown[];
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const garbage = [
      '',
      'garbage',
      '!!!',
      `${own}=`,
      'A'.repeat(100_000),
      forged(null),
      forged({}),
      forged([]),
      forged(parts.slice(0, -1)),
      forged([...parts, 'more']),
      forged(parts.map(() => "'; DROP TABLE vms; --")),
      forged([parts[0], ...parts.slice(1).map(() => 'a\u0000b')]),
      forged([parts[0], ...parts.slice(1).map(() => ({}))]),
      forged([parts[0], ...parts.slice(1).map(() => -1)]),
      forged([parts[0], ...parts.slice(1).map(() => 1e300)]),
      await list.foreignCursor(),
    ];
    for (const after of garbage)
      expect([after, await codeOf({ first: 1, after })]).toEqual([after, 'permanent INVALID_CURSOR']);
  });

  test.each([0, -1, 101, 1.5, Number.NaN, 100_000, 2 ** 53])('a page of %d is refused', async (first) => {
    expect(await codeOf({ first, after: null })).toBe('permanent INVALID_PAGE_SIZE');
  });
}
