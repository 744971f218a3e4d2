import type { TokenRecord } from '../../domain/operation-records.js';
import type { NewToken, TokenStore } from '../../ports/token-store.js';
import { optionalUtc, utc, wholeNumber } from './column-values.js';
import type { CatalogDatabase, Statements } from './database.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote } from './operation-rows.js';

interface TokenRow {
  id: string;
  name: string;
  role: TokenRecord['role'];
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
}

const TOKEN_COLUMNS = Prisma.sql`id, name, role, created_at, expires_at, revoked_at`;

function toToken(row: TokenRow): TokenRecord {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    createdAt: utc(row.created_at),
    expiresAt: optionalUtc(row.expires_at),
    revokedAt: optionalUtc(row.revoked_at),
  };
}

/** Two processes that start on an empty catalog make one first token between them. */
const FIRST_TOKEN_LOCK = 7_205_759_403_792_794n;

export function createTokenStore(database: CatalogDatabase): TokenStore {
  return {
    async findToken(tokenSha256) {
      const [row] = await database.query<TokenRow>(
        Prisma.sql`SELECT ${TOKEN_COLUMNS} FROM access_tokens WHERE token_sha256 = decode(${tokenSha256}, 'hex')`,
      );
      return row === undefined ? null : toToken(row);
    },
    async countTokens() {
      const [row] = await database.query<{ count: bigint }>(Prisma.sql`SELECT count(*) FROM access_tokens`);
      return wholeNumber(row?.count ?? 0n);
    },
    async createFirstToken(token, audit) {
      return database.transaction(async (statements) => {
        await statements.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${FIRST_TOKEN_LOCK})::text`);
        const others = await statements.$queryRaw<unknown[]>(Prisma.sql`SELECT id FROM access_tokens LIMIT 1`);
        if (others.length > 0) return false;
        await insertToken(statements, token);
        await appendAuditNote(statements, audit);
        return true;
      });
    },
    async createToken(token, audit) {
      return database.transaction(async (statements) => {
        const row = await insertToken(statements, token);
        await appendAuditNote(statements, audit);
        return toToken(row);
      });
    },
  };
}

async function insertToken(statements: Statements, token: NewToken): Promise<TokenRow> {
  const [row] = await statements.$queryRaw<TokenRow[]>(Prisma.sql`
    INSERT INTO access_tokens (id, name, role, token_sha256, expires_at)
    VALUES (${token.id}::uuid, ${token.name}, ${token.role}, decode(${token.tokenSha256}, 'hex'),
      ${token.expiresAt}::timestamptz)
    RETURNING ${TOKEN_COLUMNS}`);
  if (row === undefined) throw new Error('an inserted token came back as nothing');
  return row;
}
