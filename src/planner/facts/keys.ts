import type { Answer, OpenWord } from './section.js';

/** A key provider (KMIP cluster, native provider, Trust Authority) as the target's vCenter knows it. */
export interface KeyProviderFact {
  /** Name of the cluster, which is what `providerId` of a key holds. */
  readonly providerId: string;
  readonly type: 'STANDARD' | 'NATIVE' | 'TRUST_AUTHORITY' | 'UNKNOWN';
  /** Whether a policy that names no provider takes its keys from this one. */
  readonly isDefault: Answer;
  /** A native provider must be backed up before use; UNKNOWN for other types. */
  readonly hasBackup: Answer;
  readonly tpmRequired: Answer;
  /** Key from which a native provider derives all others: the same name may stand for another one. */
  readonly keyDerivationId: string | null;
  /** Ascending by name. */
  readonly servers: readonly KeyServerFact[];
}

export interface KeyServerFact {
  readonly name: string;
  readonly address: string | null;
  /** `green`, `yellow`, `red`. */
  readonly status: OpenWord;
  readonly serverCertificateExpiresAt: string | null;
  readonly clientCertificateExpiresAt: string | null;
  readonly clientTrustsServer: Answer;
  readonly serverTrustsClient: Answer;
}

/** What QueryCryptoKeyStatus answered for one key under one provider name. */
export interface KeyStatusFact {
  readonly keyId: string;
  readonly providerId: string | null;
  /** Unset in the answer is UNKNOWN. */
  readonly available: Answer;
  /** `KeyStateMissingInKMS` and the like; the list grows. */
  readonly reason: OpenWord | null;
  /** Hosts that hold the key now and may start the VM until they restart; null when not asked. */
  readonly hostIdsHolding: readonly string[] | null;
}
