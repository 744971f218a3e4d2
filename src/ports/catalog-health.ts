/** Whether the catalog answers. Throws `retryable` / `DATABASE_UNAVAILABLE` when it does not. */
export interface CatalogHealth {
  check(): Promise<void>;
}
