/**
 * Takes secrets out of facts. A password may be the name of the VM or of a file: the facts still tell that the file is
 * named, that the disk has a key, but not in which words.
 */
import type { RestorePointFacts } from '../restore-point-facts.js';

/** Stands in place of a text that must be there and may not be told. */
export const SEALED_TEXT = '(sealed)';

/** Fields that hold words of this program, never of a document. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'firmware',
  'secureBoot',
  'vtpm',
  'homeEncryption',
  'encryptionBundle',
  'changeTrackingEnabled',
  'bus',
  'provisioning',
  'missing',
  'code',
  'message',
]);

/** Fields whose absence would be a fact of its own, and a wrong one. */
const ALWAYS_THERE: ReadonlySet<string> = new Set(['nvramFileName', 'keyId', 'raw', 'path']);

/** @param holdsSecret whether a text holds one of the document's secrets; such texts become null or SEALED_TEXT */
export function redactFacts(facts: RestorePointFacts, holdsSecret: (text: string) => boolean): RestorePointFacts {
  return redact(facts, '', holdsSecret) as RestorePointFacts;
}

function redact(value: unknown, name: string, holdsSecret: (text: string) => boolean): unknown {
  if (OWN_WORDS.has(name)) return value;
  if (typeof value === 'string') {
    if (!holdsSecret(value)) return value;
    return ALWAYS_THERE.has(name) ? SEALED_TEXT : null;
  }
  if (Array.isArray(value)) return value.map((entry) => redact(entry, name, holdsSecret));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, entry]) => [field, redact(entry, field, holdsSecret)]));
}
