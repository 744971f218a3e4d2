import { isUtcText } from '../../domain/time.js';
import type { Page, PageRequest } from '../../ports/page.js';
import { PAGE_SIZE_MAX } from '../../ports/page.js';
import { PortError } from '../../ports/port-error.js';
import { isUuid } from './column-values.js';

/** What a sort key may be. Each list has its own sequence of them. */
export type CursorKey = 'name' | 'time' | 'uuid' | 'sequence';

export interface CursorFormat {
  /** Names the list, so that a cursor of another list is refused. */
  readonly list: string;
  readonly keys: readonly CursorKey[];
}

const CURSOR_CHARACTERS_MAX = 2_000;

export function encodeCursor(format: CursorFormat, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([format.list, ...values])).toString('base64url');
}

/** @throws PortError `permanent` / `INVALID_CURSOR` */
export function decodeCursor(format: CursorFormat, cursor: string): (string | number)[] {
  const parts = parseCursor(cursor);
  if (parts === undefined || parts[0] !== format.list || parts.length !== format.keys.length + 1) throw invalidCursor();
  const values = parts.slice(1);
  format.keys.forEach((key, position) => {
    if (!isKeyValue(key, values[position])) throw invalidCursor();
  });
  return values as (string | number)[];
}

function parseCursor(cursor: string): unknown[] | undefined {
  if (cursor.length > CURSOR_CHARACTERS_MAX || !/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isKeyValue(key: CursorKey, value: unknown): boolean {
  if (key === 'sequence') return Number.isSafeInteger(value) && (value as number) >= 0;
  if (typeof value !== 'string') return false;
  if (key === 'uuid') return isUuid(value);
  // PostgreSQL has no year 0.
  if (key === 'time') return isUtcText(value) && value >= '0001';
  return value.length <= 1_000 && !value.includes('\u0000');
}

function invalidCursor(): PortError {
  const message = 'The cursor was not given out by this list. Begin without "after", or give an endCursor of it.';
  return new PortError('permanent', 'INVALID_CURSOR', message);
}

export interface DecodedPage {
  readonly first: number;
  /** Sort keys of the entry that the page begins after. */
  readonly after: readonly (string | number)[] | null;
}

/** @throws PortError `permanent` / `INVALID_CURSOR` or `INVALID_PAGE_SIZE` */
export function decodePage(format: CursorFormat, { first, after }: PageRequest): DecodedPage {
  if (!Number.isInteger(first) || first < 1 || first > PAGE_SIZE_MAX) {
    const message = `A page has 1 to ${PAGE_SIZE_MAX} entries.`;
    throw new PortError('permanent', 'INVALID_PAGE_SIZE', message);
  }
  return { first, after: after === null ? null : decodeCursor(format, after) };
}

/** `nodes` holds up to one entry more than asked for: whether it is there tells whether another page follows. */
export function pageOf<T>(
  format: CursorFormat,
  page: DecodedPage,
  nodes: readonly T[],
  keysOf: (node: T) => readonly (string | number)[],
): Page<T> {
  const entries = nodes.slice(0, page.first).map((node) => ({ cursor: encodeCursor(format, keysOf(node)), node }));
  return { entries, hasNextPage: nodes.length > page.first, hasPreviousPage: page.after !== null };
}
