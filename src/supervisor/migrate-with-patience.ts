import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '../ports/event-log.js';

/** Not up yet (also one of somebody else may come up after us), or a session cut off while it migrated. */
const PASSING_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
];

/**
 * Migrates, and begins anew when the database is away or cuts the session off: each migration is one transaction, so
 * nothing is left half done.
 * @throws whatever else `migrate` throws, and its last failure after `patienceMs`
 */
export async function migrateWithPatience(
  migrate: () => Promise<unknown>,
  log: EventLog,
  patienceMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await migrate();
      return;
    } catch (error) {
      const { code, message } = innermost(error);
      const passing = PASSING_CODES.includes(code ?? '') || /Connection terminated|not queryable/i.test(message ?? '');
      if (Date.now() > deadline || !passing) throw error;
      log.warn({ code }, 'The database cannot be migrated yet: trying again');
      await sleep(500);
    }
  }
}

interface DriverFailure {
  readonly code?: string;
  readonly message?: string;
}

/** DBOS wraps the failure of the driver, as `error` or as `cause`: the driver's own code stands inside. */
function innermost(error: unknown): DriverFailure {
  const { error: wrapped, cause } = error as { error?: unknown; cause?: unknown };
  const inner = wrapped ?? cause;
  return typeof inner === 'object' && inner !== null ? innermost(inner) : (error as DriverFailure);
}
