/** What one request may ask for. Published in README.md beside this file; a test holds both together. */
import type { Role } from '../domain/words.js';

export const LIMITS = {
  /** Whole body, in bytes, of tokens that only read. */
  bodyBytes: 256 * 1024,
  /** Whole body, in bytes, of tokens that may send ConfigInfo and NVRAM. */
  bodyBytesOfOperators: 8 * 1024 * 1024,
  /** Text of the GraphQL document in bytes, whatever the role. */
  documentBytes: 16 * 1024,
  documentTokens: 1_000,
  /** Nesting of the JSON body. */
  jsonDepth: 32,
  /** Nesting of fields. The usual introspection query needs 15. */
  depth: 15,
  aliases: 15,
  directives: 20,
  rootFields: 10,
  /** Objects that the answer may hold at most; see cost.ts. */
  cost: 10_000,
  pageSize: 100,
  /** The body must have arrived after so long. */
  bodyTimeoutMs: 20_000,
  /** A query or mutation must be answered after so long. */
  requestTimeoutMs: 15_000,
  /** Subscriptions that one token may hold open at this process. */
  streamsPerToken: 20,
} as const;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };

export function bodyLimitOf(role: Role, limits: Limits): number {
  return role === 'OPERATOR' || role === 'ADMIN' ? limits.bodyBytesOfOperators : limits.bodyBytes;
}
