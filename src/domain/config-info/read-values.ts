/** Reads single values out of a tree, and names those that cannot be used. Messages never quote a value. */
import type { FactProblem, FactProblemCode, KeyFact } from '../restore-point-facts.js';
import { type ConfigNode, fieldPath, nodeAt, textAt } from './node.js';

const INT32_MAX = 2147483647;
const IDENTIFIER_LENGTH_MAX = 500;

/** Collects problems while values are read. */
export class FactProblems {
  readonly list: FactProblem[] = [];

  add(code: FactProblemCode, path: string, message: string): void {
    this.list.push({ code, path, message });
  }
}

/** Text of a field; absent and empty are the same, since old govc prints every unset text as empty. */
export function textOrNull(node: ConfigNode | null, ...names: readonly string[]): string | null {
  const text = textAt(node, ...names);
  return text === null || text.trim() === '' ? null : text;
}

/** A 32-bit integer field, or null; a field that holds something else becomes a problem. */
export function readInt(node: ConfigNode | null, name: string, path: string, problems: FactProblems): number | null {
  const value = readWholeNumber(node, name, path, problems);
  if (value !== null && Math.abs(value) > INT32_MAX) {
    problems.add('OUT_OF_RANGE', fieldPath(path, name), `${name} is beyond 32 bits`);
    return null;
  }
  return value;
}

/** A whole number within 2^53-1, or null; anything else that is there becomes a problem. */
export function readWholeNumber(
  node: ConfigNode | null,
  name: string,
  path: string,
  problems: FactProblems,
): number | null {
  const found = nodeAt(node, name);
  if (found === null) {
    return null;
  }
  const text = found.kind === 'text' ? found.text.trim() : null;
  if (text === null || !/^[+-]?\d+$/.test(text)) {
    problems.add('NOT_A_NUMBER', fieldPath(path, name), `${name} is not a whole number`);
    return null;
  }
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    problems.add('OUT_OF_RANGE', fieldPath(path, name), `${name} is beyond 2^53-1`);
    return null;
  }
  // "-0" reads as a zero that is not the same in JSON.
  return value === 0 ? 0 : value;
}

/** A boolean field, or null when absent or no boolean. */
export function readBoolean(node: ConfigNode | null, ...names: readonly string[]): boolean | null {
  const text = textAt(node, ...names)?.trim();
  if (text === 'true' || text === '1') {
    return true;
  }
  return text === 'false' || text === '0' ? false : null;
}

/** A CryptoKeyId `{keyId, providerId {id}}`, or null; one that is there but has no usable id becomes a problem. */
export function readKey(node: ConfigNode | null, path: string, problems: FactProblems): KeyFact | null {
  if (node === null) {
    return null;
  }
  const keyId = textOrNull(node, 'keyId');
  if (keyId === null || keyId.length > IDENTIFIER_LENGTH_MAX) {
    problems.add('UNKNOWN_VALUE', path, 'the key has no usable id');
    return null;
  }
  const providerId = textOrNull(node, 'providerId', 'id');
  if (providerId !== null && providerId.length > IDENTIFIER_LENGTH_MAX) {
    problems.add('UNKNOWN_VALUE', fieldPath(path, 'providerId'), 'the name of the key provider is too long');
    return { keyId, providerId: null };
  }
  return { keyId, providerId };
}

/** `datastore` of `[datastore] folder/file`, or null. */
export function datastoreOf(fileName: string | null): string | null {
  return fileName === null ? null : (/^\[([^\]]+)\]/.exec(fileName)?.[1] ?? null);
}
