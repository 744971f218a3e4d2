/** The closed word lists of the domain, as DESIGN and the glossary (README.md beside this file) define them. */

export const FINDING_GRADES = ['BLOCKS', 'BLOCKS_UNTIL', 'WARNS', 'INFORMS'] as const;
export type FindingGrade = (typeof FINDING_GRADES)[number];

export const VERDICTS = ['RESTORABLE', 'RESTORABLE_WITH_LOSS', 'NOT_RESTORABLE', 'UNKNOWN'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const COMPONENTS = ['VM_HOME', 'DISK', 'NVRAM', 'VTPM', 'POWER_ON'] as const;
export type ComponentName = (typeof COMPONENTS)[number];

export const OUTCOMES = [
  'AS_CAPTURED',
  'SAME_KEYS',
  'REKEYED',
  'CLEAR',
  'REGENERATED',
  'LOST',
  'NOT_PRESENT',
  'WILL_NOT_START',
  'UNKNOWN',
] as const;
export type ComponentOutcome = (typeof OUTCOMES)[number];

export const TRANSPORTS = ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP', 'LOCAL_FILE'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** NOT_PRESENT: the VM had none, proven by a complete ConfigInfo. NOT_CAPTURED: it had, and nobody saved it. */
export const CAPTURED_ITEM_STATES = ['CAPTURED', 'NOT_PRESENT', 'NOT_CAPTURED', 'UNKNOWN'] as const;
export type CapturedItemState = (typeof CAPTURED_ITEM_STATES)[number];

export const CAPTURED_ITEMS = [
  'CONFIG_INFO',
  'KEY_ID',
  'ENCRYPTION_BUNDLE',
  'NVRAM',
  'VTPM',
  'STORAGE_POLICIES',
  'CHANGE_IDS',
  'DISK_DATA',
] as const;
export type CapturedItemName = (typeof CAPTURED_ITEMS)[number];

export const OPERATION_STATES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

export const OPERATION_KINDS = [
  'CAPTURE_RESTORE_POINT',
  'EXECUTE_PLAN',
  'VERIFY_RESTORE_POINT',
  'SCRUB_REPOSITORY',
  'COLLECT_GARBAGE',
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

export const ROLES = ['VIEWER', 'AUDITOR', 'OPERATOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];
