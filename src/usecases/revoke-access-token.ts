import type { UserErrorData } from '../domain/operation-input.js';
import type { TokenRecord } from '../domain/operation-records.js';
import { refusal } from '../domain/user-error.js';
import type { TokenStore } from '../ports/token-store.js';
import type { Actor } from './actor.js';

export interface RevokeAccessTokenPorts {
  readonly tokens: Pick<TokenStore, 'loadTokens' | 'revokeToken'>;
}

export interface RevokeAccessTokenResult {
  readonly accessToken: TokenRecord | null;
  readonly userErrors: readonly UserErrorData[];
}

/**
 * Ends a token; doing it again is no error. Refusals: NOT_FOUND, LAST_ADMIN_TOKEN for the only token that could make
 * another.
 */
export async function revokeAccessToken(
  ports: RevokeAccessTokenPorts,
  actor: Actor,
  input: { readonly accessTokenId: string },
): Promise<RevokeAccessTokenResult> {
  const path = ['accessTokenId'];
  const id = input.accessTokenId;
  const [found] = await ports.tokens.loadTokens([id]);
  if (found == null) return notFound(path);
  const { name, role } = found;
  const outcome = await ports.tokens.revokeToken(id, {
    actor: actor.name,
    action: 'accessToken.revoke',
    subjectType: 'AccessToken',
    subjectId: id,
    detail: { name, role },
  });
  if (outcome.kind === 'not-found') return notFound(path);
  if (outcome.kind !== 'last-admin') return { accessToken: outcome.token, userErrors: [] };
  const message = `"${name}" is the last ADMIN token that works; without it nobody could make another.`;
  const remedy = 'Make another ADMIN token first, check that it works, and revoke this one with it.';
  return { accessToken: outcome.token, userErrors: [refusal('LAST_ADMIN_TOKEN', message, { path, remedy })] };
}

function notFound(path: readonly string[]): RevokeAccessTokenResult {
  return { accessToken: null, userErrors: [refusal('NOT_FOUND', 'There is no such access token.', { path })] };
}
