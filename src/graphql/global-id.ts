/**
 * Global ids: base64url of `Type:uuid`. Opaque to callers; the type inside makes an id of another type a clear error.
 */

export const NODE_TYPES = [
  'Site',
  'Vm',
  'RestorePoint',
  'Executor',
  'RestorePlan',
  'Operation',
  'AccessToken',
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

export interface GlobalIdParts {
  readonly type: NodeType;
  /** UUID in lower case. */
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function toGlobalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Undefined for whatever this service never gave out: other text, other types, other spellings of the same bytes. */
export function parseGlobalId(globalId: string): GlobalIdParts | undefined {
  if (globalId.length > 100) return undefined;
  const [type, id, ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  if (rest.length > 0 || id === undefined || !UUID.test(id)) return undefined;
  const known = NODE_TYPES.find((candidate) => candidate === type);
  if (known === undefined || toGlobalId(known, id) !== globalId) return undefined;
  return { type: known, id };
}
