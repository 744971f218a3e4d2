/**
 * Keyset pages. Cursors are opaque; they name a place in one list's order and stay valid when entries come and go.
 *
 * Readers that take a `PageRequest` throw `PortError` `permanent` / `INVALID_CURSOR` when `after` was not given out by
 * the same list, and `permanent` / `INVALID_PAGE_SIZE` when `first` is not a whole number from 1 to `PAGE_SIZE_MAX`.
 */
export const PAGE_SIZE_MAX = 100;

export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

export interface PageEntry<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Page<T> {
  readonly entries: readonly PageEntry<T>[];
  readonly hasNextPage: boolean;
  /** True when the page began after a cursor: the entry of that cursor came before it. */
  readonly hasPreviousPage: boolean;
}
