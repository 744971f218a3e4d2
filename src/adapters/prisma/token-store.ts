import type { AuditNote, TokenRecord } from '../../domain/operation-records.js';
import type { NewToken, RevokeTokenOutcome, TokenStore } from '../../ports/token-store.js';
import { inOrder, isUuid, optionalUtc, utc, uuidsOf, wholeNumber } from './column-values.js';
import { type CursorFormat, decodePage, pageOf } from './cursors.js';
import type { CatalogDatabase, Statements } from './database.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote } from './operation-rows.js';
import { afterKeys } from './sql-parts.js';

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

const TOKENS: CursorFormat = { list: 'accessTokens', keys: ['time', 'uuid'] };

/**
 * Two processes that start on an empty catalog make one first token between them, and two administrators who revoke
 * each other at once leave one.
 */
const TOKEN_LOCK = 7_205_759_403_792_794n;

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
        await lockTokens(statements);
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
    async revokeToken(id, audit) {
      if (!isUuid(id)) return { kind: 'not-found' };
      return database.transaction((statements) => revokeToken(statements, id, audit));
    },
    async pageTokens(request) {
      const page = decodePage(TOKENS, request);
      const rows = await database.query<TokenRow>(Prisma.sql`
        SELECT ${TOKEN_COLUMNS} FROM access_tokens WHERE ${afterKeys(TOKENS, page, 'created_at, id', '<')}
        ORDER BY created_at DESC, id DESC LIMIT ${page.first + 1}`);
      return pageOf(TOKENS, page, rows.map(toToken), ({ createdAt, id }) => [createdAt, id]);
    },
    async loadTokens(ids) {
      const rows = await database.query<TokenRow>(
        Prisma.sql`SELECT ${TOKEN_COLUMNS} FROM access_tokens WHERE id = ANY(${uuidsOf(ids)}::uuid[])`,
      );
      return inOrder(ids, rows.map(toToken), ({ id }) => id);
    },
  };
}

async function lockTokens(statements: Statements): Promise<void> {
  await statements.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${TOKEN_LOCK})::text`);
}

async function revokeToken(statements: Statements, id: string, audit: AuditNote): Promise<RevokeTokenOutcome> {
  await lockTokens(statements);
  const works = Prisma.sql`(revoked_at IS NULL AND (expires_at IS NULL OR expires_at > clock_timestamp()))`;
  const [row] = await statements.$queryRaw<(TokenRow & { is_last_admin: boolean })[]>(Prisma.sql`
    SELECT ${TOKEN_COLUMNS}, role = 'ADMIN' AND ${works} AND NOT EXISTS (
      SELECT 1 FROM access_tokens WHERE role = 'ADMIN' AND id <> ${id}::uuid AND ${works}) AS is_last_admin
    FROM access_tokens WHERE id = ${id}::uuid`);
  if (row === undefined) return { kind: 'not-found' };
  if (row.revoked_at !== null) return { kind: 'already-revoked', token: toToken(row) };
  if (row.is_last_admin) return { kind: 'last-admin', token: toToken(row) };
  const [revoked] = await statements.$queryRaw<TokenRow[]>(Prisma.sql`
    UPDATE access_tokens SET revoked_at = clock_timestamp() WHERE id = ${id}::uuid RETURNING ${TOKEN_COLUMNS}`);
  if (revoked === undefined) throw new Error(`access token ${id} vanished while it was revoked`);
  await appendAuditNote(statements, audit);
  return { kind: 'revoked', token: toToken(revoked) };
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
