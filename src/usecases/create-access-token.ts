import type { UserErrorData } from '../domain/operation-input.js';
import type { TokenRecord } from '../domain/operation-records.js';
import { isUtcText } from '../domain/time.js';
import { refusal } from '../domain/user-error.js';
import type { Role } from '../domain/words.js';
import type { Clock } from '../ports/clock.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { TokenStore } from '../ports/token-store.js';
import type { Actor } from './actor.js';
import { checkText } from './check-text.js';
import { TOKEN_BYTES, tokenSha256, tokenText } from './token-text.js';

export interface CreateAccessTokenPorts {
  readonly tokens: Pick<TokenStore, 'createToken'>;
  readonly ids: IdMaker;
  readonly clock: Clock;
}

export interface CreateAccessTokenInput {
  readonly name: string;
  readonly role: Role;
  /** UTC text; null or left out means never. */
  readonly expiresAt?: string | null | undefined;
}

export interface CreateAccessTokenResult {
  readonly accessToken: TokenRecord | null;
  /** The token itself: told this once, kept nowhere. */
  readonly token: string | null;
  readonly userErrors: readonly UserErrorData[];
}

/** Makes a token. The audit entry says which, for whom and until when, never the text. Refusal: INVALID_INPUT. */
export async function createAccessToken(
  ports: CreateAccessTokenPorts,
  actor: Actor,
  input: CreateAccessTokenInput,
): Promise<CreateAccessTokenResult> {
  const expiresAt = input.expiresAt ?? null;
  const userErrors = [
    ...checkText(input.name, { path: ['name'], lengthMax: 200 }),
    ...checkExpiry(expiresAt, ports.clock.now()),
  ];
  if (userErrors.length > 0) return { accessToken: null, token: null, userErrors };
  const { name, role } = input;
  const text = tokenText(ports.ids.newSecret(TOKEN_BYTES));
  const id = ports.ids.newId();
  const accessToken = await ports.tokens.createToken(
    { id, name, role, tokenSha256: tokenSha256(text), expiresAt },
    {
      actor: actor.name,
      action: 'accessToken.create',
      subjectType: 'AccessToken',
      subjectId: id,
      detail: { name, role, expiresAt },
    },
  );
  return { accessToken, token: text, userErrors: [] };
}

function checkExpiry(expiresAt: string | null, now: string): UserErrorData[] {
  if (expiresAt === null || (isUtcText(expiresAt) && expiresAt > now)) return [];
  const message = `expiresAt is not a moment to come: it is ${now} here, so the token would never work.`;
  return [refusal('INVALID_INPUT', message, { path: ['expiresAt'], remedy: 'Give a later moment, or leave it out.' })];
}
