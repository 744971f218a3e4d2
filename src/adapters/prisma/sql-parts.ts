import type { CursorFormat, CursorKey, DecodedPage } from './cursors.js';
import { Prisma } from './generated/client.js';
import { wholeNumber } from './column-values.js';

const SQL_TYPES: Readonly<Record<CursorKey, string>> = {
  name: 'text',
  time: 'timestamptz',
  uuid: 'uuid',
  sequence: 'bigint',
};

/** The entries behind a cursor. `columns` and `comparison` are text of this program, never of a caller. */
export function afterKeys(format: CursorFormat, page: DecodedPage, columns: string, comparison: '<' | '>'): Prisma.Sql {
  if (page.after === null) return Prisma.sql`TRUE`;
  const values = page.after.map(
    (value, position) => Prisma.sql`${value}::${Prisma.raw(SQL_TYPES[format.keys[position] ?? 'name'])}`,
  );
  return Prisma.sql`(${Prisma.raw(columns)}) ${Prisma.raw(comparison)} (${Prisma.join(values)})`;
}

/** Counts of a GROUP BY in the order of `ids`, 0 where the group is empty. */
export function countsInOrder(ids: readonly string[], rows: readonly { id: string; count: bigint }[]): number[] {
  const byId = new Map(rows.map(({ id, count }) => [id, wholeNumber(count)]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? 0);
}
