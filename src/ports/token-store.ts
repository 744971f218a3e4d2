import type { AuditNote, TokenRecord } from '../domain/operation-records.js';
import type { Role } from '../domain/words.js';

/** Access tokens: only the SHA-256 of a token is kept. Errors as in restore-point-writer.ts. */
export interface TokenStore {
  /** `tokenSha256` is 64 hex digits. */
  findToken(tokenSha256: string): Promise<TokenRecord | null>;
  countTokens(): Promise<number>;
  /** Writes the token only when there is none at all; false when there was one. Safe when several processes start. */
  createFirstToken(token: NewToken, audit: AuditNote): Promise<boolean>;
  createToken(token: NewToken, audit: AuditNote): Promise<TokenRecord>;
}

export interface NewToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly tokenSha256: string;
  readonly expiresAt: string | null;
}
