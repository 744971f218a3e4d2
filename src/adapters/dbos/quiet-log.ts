import type { DLogger } from '@dbos-inc/dbos-sdk';
import type { EventLog } from '../../ports/event-log.js';

/**
 * Sends what the workflow engine logs to our own log, so that it neither prints to the console nor shows stacks, which
 * may hold statement parameters. Its routine notices are dropped.
 */
export function quietLog(log: EventLog): DLogger {
  return {
    info: () => undefined,
    debug: () => undefined,
    warn: (entry: unknown) => log.warn({ component: 'workflow engine' }, String(entry)),
    error: (entry: unknown) =>
      log.error({ component: 'workflow engine' }, entry instanceof Error ? entry.message : String(entry)),
  };
}
