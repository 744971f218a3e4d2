import type { ExitCode } from './exit-codes.js';
import { EXIT } from './exit-codes.js';

/** A command that cannot go on: what happened to what, what to do, and the exit code that says it to a script. */
export class CliError extends Error {
  readonly code: string;
  readonly remedy: string | null;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, remedy: string | null, exitCode: ExitCode = EXIT.failed) {
    super(message);
    this.name = 'CliError';
    this.code = code;
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}

export function usageError(message: string, remedy: string | null = null): CliError {
  return new CliError('USAGE', message, remedy, EXIT.usage);
}
