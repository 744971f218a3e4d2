/** Ids that callers give: wrong ones among arguments are errors, wrong ones inside inputs of mutations are refusals. */
import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import { ApiError } from './errors.js';
import { parseGlobalId } from './global-id.js';
import type { NodeType } from './global-id.js';

/** The UUID of a global id. Throws BAD_USER_INPUT for text that is no id and for ids of another type. */
export function requireId(globalId: string, type: NodeType, argument: string): string {
  const parts = parseGlobalId(globalId);
  if (parts?.type === type) return parts.id;
  throw new ApiError('BAD_USER_INPUT', `Argument "${argument}" ${wrongId(parts?.type, type)}`);
}

/** The same for an id that may be left out. */
export function optionalId(globalId: string | null | undefined, type: NodeType, argument: string): string | null {
  return globalId === null || globalId === undefined ? null : requireId(globalId, type, argument);
}

/** The UUID of a global id inside an input, or the refusal for the payload. */
export function inputId(globalId: string, type: NodeType, path: readonly string[]): string | UserErrorData {
  const parts = parseGlobalId(globalId);
  if (parts?.type === type) return parts.id;
  return refusal('NOT_FOUND', `"${path.at(-1)}" ${wrongId(parts?.type, type)}`, { path });
}

function wrongId(found: NodeType | undefined, wanted: NodeType): string {
  return found === undefined ? 'is not an id of this service.' : `is an id of type ${found}, not of type ${wanted}.`;
}
