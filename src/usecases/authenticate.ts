import type { Clock } from '../ports/clock.js';
import type { TokenStore } from '../ports/token-store.js';
import type { Actor } from './actor.js';
import { isTokenText, tokenSha256 } from './token-text.js';

export interface AuthenticatePorts {
  readonly tokens: Pick<TokenStore, 'findToken'>;
  readonly clock: Clock;
}

export type AuthenticateResult =
  | { readonly ok: true; readonly actor: Actor }
  | { readonly ok: false; readonly reason: 'MALFORMED' | 'UNKNOWN' | 'EXPIRED' | 'REVOKED' };

/**
 * Who a token belongs to. The reason of a refusal is for the log; a client is told only that the token is not valid.
 * @throws PortError when the catalog is away
 */
export async function authenticate(ports: AuthenticatePorts, token: string): Promise<AuthenticateResult> {
  if (!isTokenText(token)) return { ok: false, reason: 'MALFORMED' };
  const record = await ports.tokens.findToken(tokenSha256(token));
  if (record === null) return { ok: false, reason: 'UNKNOWN' };
  if (record.revokedAt !== null) return { ok: false, reason: 'REVOKED' };
  if (record.expiresAt !== null && record.expiresAt <= ports.clock.now()) return { ok: false, reason: 'EXPIRED' };
  const { id: tokenId, name, role, expiresAt } = record;
  return { ok: true, actor: { tokenId, name, role, expiresAt } };
}
