/**
 * The one list of names under which a secret may ever stand. Loggers and error formatters take it from here.
 */

/** What stands in place of a secret. */
const REDACTED = '[secret]';

/**
 * Names of fields whose values are never shown, wherever they stand. `configInfo` is listed because the document that a
 * caller sends still holds its secrets; what the catalog stores has them cut out.
 */
const SECRET_FIELD_NAMES = [
  'authorization',
  'bundle',
  'ciphertext',
  'configInfo',
  'cookie',
  'dataFileKey',
  'databaseUrl',
  'encryptionBundle',
  'fingerprintKey',
  'nvram',
  'nvramBase64',
  'passphrase',
  'password',
  'plaintext',
  'privateKey',
  'secret',
  'sessionKey',
  'token',
  'variables',
] as const;

const SECRET_NAMES: ReadonlySet<string> = new Set(SECRET_FIELD_NAMES.map((name) => name.toLowerCase()));

/** Whether a value under this name may be shown; upper and lower case alike. */
function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name.toLowerCase());
}

/** A password inside an address (`postgresql://user:password@host`) replaced. */
export function withoutPasswords(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/@]*@/gi, `$1:${REDACTED}@`);
}

/**
 * A copy with every value under a secret name replaced, to any depth; deeper than 8 levels is cut, so that a cycle
 * ends. Text loses passwords in addresses.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutPasswords(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= 8) return '[deep]';
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value))
    copy[name] = isSecretName(name) ? REDACTED : redact(entry, depth + 1);
  return copy;
}
