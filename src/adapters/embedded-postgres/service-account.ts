import { readFileSync } from 'node:fs';
import type { EventLog } from '../../ports/event-log.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { describeFailure, runProgram } from './run-program.js';

/** An unprivileged account that PostgreSQL runs under when the service itself runs as root. */
export interface ServiceAccount {
  readonly name: string;
  readonly userId: number;
  readonly groupId: number;
}

const ACCOUNT_NAME = 'reinstate';
const EXISTING_ACCOUNT_NAME = 'postgres';

/**
 * The account to run PostgreSQL under, or undefined when we are an ordinary user and need none.
 * As root: `reinstate` (made as a system account when it is missing), else an existing `postgres`.
 * @throws EmbeddedPostgresError NO_SERVICE_ACCOUNT
 */
export async function chooseServiceAccount(log: EventLog): Promise<ServiceAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = findAccount(ACCOUNT_NAME);
  if (existing !== undefined) return existing;
  const made = await runProgram(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      ACCOUNT_NAME,
    ],
    undefined,
    { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
  );
  const created = findAccount(ACCOUNT_NAME);
  if (created !== undefined) {
    if (made.exitCode === 0) log.info({ account: ACCOUNT_NAME }, 'Made a system account for the embedded database');
    return created;
  }
  const fallback = findAccount(EXISTING_ACCOUNT_NAME);
  if (fallback !== undefined) return fallback;
  throw new EmbeddedPostgresError(
    'NO_SERVICE_ACCOUNT',
    `PostgreSQL refuses to run as root and no account for it could be made: useradd ${describeFailure(made)}. ` +
      `Make a system account named "${ACCOUNT_NAME}", run the service as an ordinary user, or set DATABASE_URL.`,
  );
}

function findAccount(name: string): ServiceAccount | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const fields = line.split(':');
    if (fields[0] !== name) continue;
    const userId = Number(fields[2]);
    const groupId = Number(fields[3]);
    if (Number.isInteger(userId) && userId > 0 && Number.isInteger(groupId)) return { name, userId, groupId };
  }
  return undefined;
}
