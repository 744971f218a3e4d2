import { PrismaPg } from '@prisma/adapter-pg';
import type { EventLog } from '../../ports/event-log.js';
import { toPortError } from './database-errors.js';
import { type Prisma, PrismaClient } from './generated/client.js';

export interface CatalogDatabaseOptions {
  /** PostgreSQL URL. Holds the password: never logged. */
  readonly url: string;
  readonly log: EventLog;
  /** Connections at most, default 10. */
  readonly poolSizeMax?: number;
  /** Longest statement, default 10,000. Below the time-out of a request, so that the database gives up first. */
  readonly statementTimeoutMs?: number;
  /** Longest wait for a connection, default 5,000. */
  readonly connectTimeoutMs?: number;
  /** Told of each SQL statement, for tests that count them. */
  readonly onStatement?: (sql: string) => void;
}

/** What statements are sent through: the client, or a transaction of it. */
export type Statements = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>;

export interface CatalogDatabase {
  /** Rows of one statement. Throws PortError. */
  query<Row>(sql: Prisma.Sql): Promise<Row[]>;
  /** All or nothing. Throws PortError; what `work` throws on its own account passes through. */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const TRANSACTION_LIMIT_MS = 20_000;

/**
 * Opens the catalog. Connections are made when they are needed: a database that is away shows at the first statement.
 */
export function openCatalogDatabase(options: CatalogDatabaseOptions): CatalogDatabase {
  const connectTimeoutMs = options.connectTimeoutMs ?? 5_000;
  const statementTimeoutMs = options.statementTimeoutMs ?? 10_000;
  const adapter = new PrismaPg(
    {
      connectionString: options.url,
      max: options.poolSizeMax ?? 10,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: TRANSACTION_LIMIT_MS,
      application_name: 'reinstate-api',
      keepAlive: true,
    },
    {
      onPoolError: (error) => options.log.warn({ reason: error.message }, 'an idle database connection was lost'),
      onConnectionError: (error) => options.log.warn({ reason: error.message }, 'a database connection was lost'),
    },
  );
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
  const { onStatement } = options;
  if (onStatement !== undefined) client.$on('query', (event) => onStatement(event.query));
  return {
    async query<Row>(sql: Prisma.Sql): Promise<Row[]> {
      try {
        return await client.$queryRaw<Row[]>(sql);
      } catch (error) {
        throw toPortError(error, 'read');
      }
    },
    async transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
      try {
        return await client.$transaction(work, { maxWait: connectTimeoutMs, timeout: TRANSACTION_LIMIT_MS });
      } catch (error) {
        throw toPortError(error, 'write');
      }
    },
    close: () => client.$disconnect(),
  };
}
