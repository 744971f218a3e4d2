import type { StoredSealedItem } from './sealer.js';

/** Reads sealed rows as they stand; opening one is the opener's work, after the audit entry was written. */
export interface SealedItemReader {
  /** Null when there is no such item. */
  readSealedItem(sealedItemId: string): Promise<StoredSealedItem | null>;
}
