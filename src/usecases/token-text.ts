import { createHash } from 'node:crypto';

export const TOKEN_BYTES = 32;
const TOKEN_TEXT = /^rst_[A-Za-z0-9_-]{43}$/;

/** `rst_` and 32 bytes in base64url: recognisable in a leak, and safe in a header. */
export function tokenText(secret: Uint8Array): string {
  return `rst_${Buffer.from(secret).toString('base64url')}`;
}

export function isTokenText(text: string): boolean {
  return TOKEN_TEXT.test(text);
}

/** 64 hex digits. A token is 256 random bits, so a plain hash of it cannot be searched. */
export function tokenSha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
