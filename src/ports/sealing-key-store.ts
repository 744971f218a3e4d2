import type { AuditNote } from '../domain/operation-records.js';

/** Rows that name the public keys that secrets are sealed to. Errors as in restore-point-writer.ts. */
export interface SealingKeyStore {
  /** Id of the row of this key; the row is made with `id` when there is none. Safe to repeat and to race. */
  registerSealingKey(key: NewSealingKey, audit: AuditNote): Promise<string>;
}

export interface NewSealingKey {
  readonly id: string;
  /** 32 bytes of X25519. */
  readonly publicKey: Uint8Array;
}
