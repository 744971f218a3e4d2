import type { Role } from '../domain/words.js';

/** Who asks: the token in use. What a role may do is decided at the edge, before a use case is called. */
export interface Actor {
  readonly tokenId: string;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: string | null;
}
