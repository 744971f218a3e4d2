import type { JsonValue } from './canonical-json.js';

/** A JSON object: what a jsonb column of the catalog holds. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
