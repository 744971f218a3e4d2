/**
 * Where long-lived parts write what they did. Fields are plain values that are safe to show; never a secret.
 * A pino logger fits as it is.
 */
export interface EventLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
