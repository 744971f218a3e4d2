import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { IdMaker } from '../../ports/id-maker.js';

/** UUIDv7 by the system's clock; secrets from the system's generator. */
export const randomIdMaker: IdMaker = {
  newId: () => v7(),
  newSecret: (lengthBytes) => randomBytes(lengthBytes),
};
