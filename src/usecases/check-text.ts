import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';

export interface TextLimits {
  readonly path: readonly string[];
  readonly lengthMax: number;
}

/** NUL cannot be stored as text, and half a surrogate pair is no character. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !/[\ud800-\udfff]/u.test(text);
}

/** One refusal, or none, about a text that is to be kept: not empty, not over its length, storable. Never quotes it. */
export function checkText(text: string, { path, lengthMax }: TextLimits): UserErrorData[] {
  const name = path.at(-1) ?? 'value';
  if (text.trim() === '') return [refusal('INVALID_INPUT', `${name} is empty.`, { path })];
  if (!isStorableText(text)) {
    const message = `${name} holds a NUL character or half a surrogate pair, which cannot be kept as text.`;
    return [refusal('INVALID_INPUT', message, { path })];
  }
  // The database counts code points.
  const length = text.length <= lengthMax ? text.length : [...text].length;
  if (length <= lengthMax) return [];
  const message = `${name} has ${length} characters, more than ${lengthMax}.`;
  return [refusal('INVALID_INPUT', message, { path })];
}

/** As `checkText`; absent text is fine. */
export function checkOptionalText(text: string | null | undefined, limits: TextLimits): UserErrorData[] {
  return text == null ? [] : checkText(text, limits);
}
