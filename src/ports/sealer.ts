import type { FingerprintAlgorithm, SealedItemKind } from '../domain/restore-point-records.js';

/** The API's half: seals to the executors' public key and cannot open what it sealed. */
export interface Sealer {
  /** Id of the sealing key's row; it is part of what a ciphertext is bound to. */
  readonly sealingKeyId: string;
  /** SHA-256 for ENCRYPTION_BUNDLE and NVRAM, HMAC with the service's key for all else. */
  fingerprint(kind: SealedItemKind, content: Uint8Array): Fingerprint;
  seal(binding: SealBinding, content: Uint8Array): SealedContent;
}

export interface Fingerprint {
  readonly algorithm: FingerprintAlgorithm;
  /** 64 hex digits. */
  readonly hex: string;
}

/** What a ciphertext belongs to: opened under another binding it is refused. */
export interface SealBinding {
  readonly vmId: string;
  readonly kind: SealedItemKind;
  /** 64 hex digits. */
  readonly fingerprint: string;
}

/** A versioned envelope, opaque outside the sealing adapter. */
export type SealedContent = Uint8Array;

/**
 * The executor's half. Throws `PortError` `permanent` / `SEALED_ITEM_DAMAGED` (changed or exchanged ciphertext),
 * `denied` / `SEALING_KEY_MISMATCH` (sealed to another key), `permanent` / `SEALED_FORMAT_UNSUPPORTED`.
 * Error texts never hold any of the content. Every opening is to be written into the audit log by the caller.
 */
export interface SealedItemOpener {
  open(item: StoredSealedItem): Uint8Array;
}

export interface StoredSealedItem extends SealBinding {
  readonly sealingKeyId: string;
  readonly content: SealedContent;
}
