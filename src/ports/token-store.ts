import type { AuditNote, TokenRecord } from '../domain/operation-records.js';
import type { Role } from '../domain/words.js';
import type { Page, PageRequest } from './page.js';

/** Access tokens: only the SHA-256 of a token is kept. Errors as in restore-point-writer.ts. */
export interface TokenStore {
  /** `tokenSha256` is 64 hex digits. */
  findToken(tokenSha256: string): Promise<TokenRecord | null>;
  countTokens(): Promise<number>;
  /** Writes the token only when there is none at all; false when there was one. Safe when several processes start. */
  createFirstToken(token: NewToken, audit: AuditNote): Promise<boolean>;
  createToken(token: NewToken, audit: AuditNote): Promise<TokenRecord>;
  /**
   * Ends a token, unless it is the last of role ADMIN that works; what is left is judged by the database's clock, and
   * two that are revoked at once wait for each other. One that was revoked before stays as it is, without an entry.
   */
  revokeToken(id: string, audit: AuditNote): Promise<RevokeTokenOutcome>;
  /** Newest first, those that no longer work included. */
  pageTokens(page: PageRequest): Promise<Page<TokenRecord>>;
  /** In the order of the ids, null where there is none. */
  loadTokens(ids: readonly string[]): Promise<readonly (TokenRecord | null)[]>;
}

export type RevokeTokenOutcome =
  | { readonly kind: 'revoked' | 'already-revoked' | 'last-admin'; readonly token: TokenRecord }
  | { readonly kind: 'not-found' };

export interface NewToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly tokenSha256: string;
  readonly expiresAt: string | null;
}
