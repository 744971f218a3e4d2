/** What each role may do. */
import type { Role } from '../domain/words.js';
import type { Actor } from '../usecases/actor.js';
import { ApiError } from './errors.js';

export type Permission = 'READ' | 'AUDIT' | 'CHANGE' | 'REMOVE' | 'POLICY' | 'TOKENS';

const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  VIEWER: ['READ'],
  AUDITOR: ['READ', 'AUDIT'],
  OPERATOR: ['READ', 'CHANGE'],
  ADMIN: ['READ', 'AUDIT', 'CHANGE', 'REMOVE', 'POLICY', 'TOKENS'],
};

/** Root fields that take more than their kind says. */
const SPECIAL: ReadonlyMap<string, Permission> = new Map([
  ['Query.auditLog', 'AUDIT'],
  ['Query.accessTokens', 'TOKENS'],
  ['Mutation.collectGarbage', 'REMOVE'],
  ['Mutation.deleteRestorePoint', 'REMOVE'],
  ['Mutation.setPlanningPolicy', 'POLICY'],
  ['Mutation.createAccessToken', 'TOKENS'],
  ['Mutation.revokeAccessToken', 'TOKENS'],
]);

export function mayDo(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}

/** Throws FORBIDDEN when the token's role does not allow a root field such as `Query.auditLog`. */
export function requirePermission(actor: Actor, rootField: string): void {
  const permission = permissionOf(rootField);
  if (mayDo(actor.role, permission)) return;
  const roles = Object.entries(PERMISSIONS).filter(([, permissions]) => permissions.includes(permission));
  const allowed = roles.map(([role]) => role).join(' or ');
  throw new ApiError('FORBIDDEN', `A token of role ${actor.role} may not do this; it takes ${allowed}.`);
}

function permissionOf(rootField: string): Permission {
  const special = SPECIAL.get(rootField);
  if (special !== undefined) return special;
  return rootField.startsWith('Query.') || rootField.startsWith('Subscription.') ? 'READ' : 'CHANGE';
}
