import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { redact, withoutPasswords } from '../../domain/redaction.js';

export type { Logger } from 'pino';

/**
 * JSON lines on stderr: `{level, time (UTC), process, msg, …fields}`. Values under names of `domain/redaction.ts` are
 * replaced at every depth. stdout stays free for answers of commands.
 *
 * @param processName `api`, `executor`, `supervisor`
 * @param level a level of pino, or `silent`
 * @param destination stderr unless a test reads along
 */
export function createLogger(processName: string, level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { process: processName, pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redactFields(fields),
      },
      hooks: { logMethod: redactMessage },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}

/** Errors are written with name, message, code, stack and causes; their further fields may hold anything. */
function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const shown = value instanceof Error ? describeError(value) : value;
    Object.assign(safe, redact({ [name]: shown }));
  }
  return safe;
}

function describeError(error: Error, depth = 0): Record<string, unknown> {
  const { cause } = error;
  const code: unknown = (error as { code?: unknown }).code;
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
    ...(cause instanceof Error && depth < 4 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

function redactMessage(this: Logger, args: Parameters<Logger['info']>, method: (...all: unknown[]) => void): void {
  method.apply(
    this,
    args.map((part: unknown) => (typeof part === 'string' ? withoutPasswords(part) : part)),
  );
}
