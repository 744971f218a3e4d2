import { CliError, usageError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { EXIT } from './exit-codes.js';
import {
  CreateAccessTokenDocument,
  ListAccessTokensDocument,
  RevokeAccessTokenDocument,
} from './generated/operations.js';
import type { AccessTokenRowFragment, Role } from './generated/operations.js';
import { parseMoment } from './metadata-options.js';
import { formatTable } from './output/table.js';
import { formatMoment, formatWord } from './output/words.js';
import { readPages } from './read-pages.js';
import { answerRefused } from './started-operation.js';
import { idFromTyped } from './typed-id.js';

const ROLES: readonly Role[] = ['VIEWER', 'AUDITOR', 'OPERATOR', 'ADMIN'];
const LISTED_MAX = 10_000;

export const tokensCommand = defineCommand({
  command: 'tokens',
  describe: 'List access tokens, make one, or revoke one (role ADMIN)',
  example: [
    'tokens --create portal --role VIEWER --expires 2027-01-01',
    'make a token that only reads; it is shown this once',
  ],
  builder: (parser) =>
    parser
      .option('create', { type: 'string', requiresArg: true, describe: 'make a token of this name' })
      .option('role', { choices: ROLES, describe: 'what the new token may do' })
      .option('expires', {
        type: 'string',
        requiresArg: true,
        describe: 'when it stops working: a date or moment, UTC',
      })
      .option('revoke', { type: 'string', requiresArg: true, describe: 'end the token of this id' })
      .conflicts('revoke', ['create', 'role', 'expires']),
  run: async ({ create, role, expires, revoke }, context) => {
    if (revoke !== undefined) return revokeToken(idFromTyped('AccessToken', revoke), context);
    if (create === undefined) {
      if (role !== undefined || expires !== undefined) throw usageError('--role and --expires go with --create NAME');
      return list(context);
    }
    if (role === undefined) throw usageError(`give --role, one of ${ROLES.join(', ')}`);
    return createToken(create, role, expires === undefined ? null : parseExpiry(expires), context);
  },
});

/** A date alone means its first moment in UTC. */
function parseExpiry(text: string): string {
  return parseMoment('--expires', /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
}

async function list({ client, io }: CommandContext): Promise<Answer> {
  const connected = client();
  const { items, more } = await readPages<AccessTokenRowFragment>(
    LISTED_MAX,
    async (first, after) => (await connected.request(ListAccessTokensDocument, { first, after })).accessTokens,
  );
  const rows = items.map((token) => [
    token.name,
    formatWord(token.role),
    stateOf(token, io.nowMs()),
    formatMoment(token.createdAt),
    token.expiresAt === null ? 'never' : formatMoment(token.expiresAt),
    token.id,
  ]);
  const text = formatTable(['NAME', 'ROLE', 'STATE', 'MADE', 'EXPIRES', 'ID'], rows);
  return { exitCode: EXIT.good, json: { accessTokens: items, more }, text };
}

function stateOf({ revokedAt, expiresAt }: AccessTokenRowFragment, nowMs: number): string {
  if (revokedAt !== null) return `revoked ${formatMoment(revokedAt)}`;
  return expiresAt !== null && Date.parse(expiresAt) <= nowMs ? 'expired' : 'works';
}

async function createToken(
  name: string,
  role: Role,
  expiresAt: string | null,
  { client }: CommandContext,
): Promise<Answer> {
  const input = { name, role, expiresAt };
  const { createAccessToken } = await client().request(CreateAccessTokenDocument, { input });
  const { accessToken, token, userErrors } = createAccessToken;
  if (accessToken === null || token === null) return answerRefused(userErrors);
  const until = accessToken.expiresAt === null ? 'works until it is revoked' : `works until ${accessToken.expiresAt}`;
  const text = [
    `token "${accessToken.name}" of role ${accessToken.role}, ${until}, id ${accessToken.id}`,
    token,
    'It is shown this once: put it into a file that only its user can read, and name that with --token-file.',
  ].join('\n');
  return { exitCode: EXIT.good, json: createAccessToken, text };
}

async function revokeToken(accessTokenId: string, { client }: CommandContext): Promise<Answer> {
  const { revokeAccessToken } = await client().request(RevokeAccessTokenDocument, { input: { accessTokenId } });
  const { accessToken, userErrors } = revokeAccessToken;
  if (userErrors.length > 0) return answerRefused(userErrors);
  if (accessToken === null) throw new CliError('NOT_FOUND', `there is no token ${accessTokenId}`, null);
  const text = `token "${accessToken.name}" of role ${accessToken.role} was revoked`;
  return { exitCode: EXIT.good, json: revokeAccessToken, text };
}
