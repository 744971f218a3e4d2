import type { IdMaker } from '../ports/id-maker.js';
import type { TokenStore } from '../ports/token-store.js';
import { TOKEN_BYTES, tokenSha256, tokenText } from './token-text.js';

export interface OpenFirstTokenPorts {
  readonly tokens: Pick<TokenStore, 'createFirstToken'>;
  readonly ids: IdMaker;
}

export interface FirstToken {
  /** The token itself: shown this once, kept nowhere. */
  readonly text: string;
  /** Makes it valid; false when another process was first, and then the text is good for nothing. */
  activate(): Promise<boolean>;
}

/**
 * Prepares the first admin token of an empty catalog. Write `text` to its file first and activate it then: a token that
 * is valid but was never written down could not be got again.
 */
export function prepareFirstToken(ports: OpenFirstTokenPorts): FirstToken {
  const text = tokenText(ports.ids.newSecret(TOKEN_BYTES));
  const id = ports.ids.newId();
  const token = { id, name: 'admin', role: 'ADMIN', tokenSha256: tokenSha256(text), expiresAt: null } as const;
  return {
    text,
    activate: () =>
      ports.tokens.createFirstToken(token, {
        actor: 'service',
        action: 'accessToken.createFirst',
        subjectType: 'AccessToken',
        subjectId: id,
        detail: { name: token.name, role: token.role },
      }),
  };
}
