/** Makes what must never repeat. */
export interface IdMaker {
  /** A new UUIDv7: later ones sort after earlier ones of the same process. */
  newId(): string;
  /** Bytes of the system's generator, for tokens. */
  newSecret(lengthBytes: number): Uint8Array;
}
