import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';

export const NVRAM_BYTES_MAX = 4 * 1024 * 1024;
const BASE64_CHARACTERS_MAX = Math.ceil(NVRAM_BYTES_MAX / 3) * 4;

export type DecodedNvram =
  | { readonly ok: true; readonly content: Uint8Array | null }
  | { readonly ok: false; readonly userError: UserErrorData };

/** Strict base64 (RFC 4648 §4, padded, no blanks): a decoder that skips what it does not know would change an NVRAM. */
export function decodeNvram(text: string | null | undefined, path: readonly string[]): DecodedNvram {
  if (text == null) return { ok: true, content: null };
  if (text === '') {
    const remedy = 'Leave it out if it was not saved; set nvramNotPresent if the source has none.';
    return refused('INVALID_INPUT', 'The NVRAM is empty; no NVRAM file is.', path, remedy);
  }
  if (text.length > BASE64_CHARACTERS_MAX) return tooLarge(path);
  const content = Buffer.from(text, 'base64');
  if (content.toString('base64') !== text) {
    const remedy = 'Encode the file with the standard alphabet, padding, and no line breaks.';
    return refused('INVALID_INPUT', 'The NVRAM is not valid base64.', path, remedy);
  }
  return content.length > NVRAM_BYTES_MAX ? tooLarge(path) : { ok: true, content };
}

function tooLarge(path: readonly string[]): DecodedNvram {
  const message = `The NVRAM has more than ${NVRAM_BYTES_MAX} bytes.`;
  return refused('TOO_LARGE', message, path, 'Check the file: NVRAM files of vSphere are far smaller.');
}

function refused(
  code: 'INVALID_INPUT' | 'TOO_LARGE',
  message: string,
  path: readonly string[],
  remedy: string,
): DecodedNvram {
  return { ok: false, userError: refusal(code, message, { path, remedy }) };
}
