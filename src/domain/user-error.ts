/** Stable words for expected refusals and failures: the enum `UserErrorCode` of schema.graphql, checked by a test. */
import type { UserErrorData } from './operation-input.js';

export const USER_ERROR_CODES = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'TOO_LARGE',
  'CONFIG_INFO_TRUNCATED',
  'CONFIG_INFO_MALFORMED',
  'CONFIG_INFO_NOT_A_VIRTUAL_MACHINE',
  'CONFIG_INFO_VMX_ONLY',
  'DISK_MISMATCH',
  'TOOL_REFERENCE_REUSED',
  'RESTORE_POINT_NOT_AVAILABLE',
  'LOCATION_NOT_AVAILABLE',
  'PATH_OUTSIDE_LOCATION',
  'DIGEST_MISMATCH',
  'PLAN_EXPIRED',
  'PLAN_DRIFTED',
  'PLAN_NOT_EXECUTABLE',
  'APPROVAL_MISSING',
  'APPROVAL_REFUSED',
  'TARGET_NOT_SUPPORTED',
  'FACTS_OUTDATED',
  'IDEMPOTENCY_KEY_REUSED',
  'TARGET_BUSY',
  'TARGET_EXISTS',
  'TARGET_NOT_WRITABLE',
  'TARGET_FORMAT_UNSUITABLE',
  'NO_SPACE',
  'SOURCE_NOT_FOUND',
  'SOURCE_SIZE_MISMATCH',
  'SOURCE_NOT_SECTOR_ALIGNED',
  'SOURCE_FORMAT_UNSUPPORTED',
  'SOURCE_DAMAGED',
  'SOURCE_IN_USE',
  'SOURCE_TOOL_MISSING',
  'VMDK_DESCRIPTOR_INVALID',
  'PARENT_UNUSABLE',
  'REPOSITORY_NOT_AVAILABLE',
  'REPOSITORY_DAMAGED',
  'SEALED_ITEM_UNUSABLE',
  'FENCED_OUT',
  'ENGINE_UNAVAILABLE',
  'IO_ERROR',
  'LAST_ADMIN_TOKEN',
  'RETENTION_HOLDS',
  'RESTORE_POINT_BUSY',
  'REPOSITORY_BUSY',
  'REMOVAL_NOT_CONFIRMED',
  'OPERATION_ENDED',
  'OPERATION_NOT_RETRYABLE',
  'CANCELLED',
  'INTERNAL',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

export interface UserErrorParts {
  /** Which input it is about: field names and positions as text. */
  readonly path?: readonly string[];
  readonly remedy?: string;
  readonly ruleId?: string;
}

/** Nothing was done. `message` says what happened, to what; `remedy` what to do. */
export function refusal(code: UserErrorCode, message: string, parts: UserErrorParts = {}): UserErrorData {
  return { ...bare(code, message, parts), severity: 'ERROR' };
}

/** It was done, but should be read. */
export function warning(code: UserErrorCode, message: string, parts: UserErrorParts = {}): UserErrorData {
  return { ...bare(code, message, parts), severity: 'WARNING' };
}

function bare(code: UserErrorCode, message: string, parts: UserErrorParts): Omit<UserErrorData, 'severity'> {
  return { code, message, path: parts.path ?? null, remedy: parts.remedy ?? null, ruleId: parts.ruleId ?? null };
}
