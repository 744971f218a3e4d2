import { DISK_RULES } from './disks/index.js';
import { EXECUTOR_REJECTIONS, EXECUTOR_RULES } from './executors/index.js';
import { FILES_REJECTIONS, FILES_RULES } from './files/index.js';
import { GUEST_RULES } from './guest/index.js';
import { KEY_RULES } from './keys/index.js';
import { NVRAM_RULES } from './nvram/index.js';
import { OPERATION_RULES } from './operations/index.js';
import { HOST_RULES, PLACEMENT_RULES } from './placement/index.js';
import { POINT_RULES } from './point/index.js';
import { TRANSPORT_FINDINGS, TRANSPORT_RULES } from './transport/index.js';
import type { Rule, VsphereRule } from './rule.js';

/** Findings of a restore into vSphere, beside those that hold for every target. */
export const VSPHERE_RULES: readonly VsphereRule[] = [
  ...DISK_RULES,
  ...GUEST_RULES,
  ...KEY_RULES,
  ...NVRAM_RULES,
  ...OPERATION_RULES,
  ...PLACEMENT_RULES,
  ...TRANSPORT_FINDINGS,
];

const ALL: readonly Rule[] = [
  ...POINT_RULES,
  ...EXECUTOR_RULES,
  ...EXECUTOR_REJECTIONS,
  ...FILES_RULES,
  ...FILES_REJECTIONS,
  ...VSPHERE_RULES,
  ...HOST_RULES,
  ...TRANSPORT_RULES,
];

/** Every rule, ascending by id. */
export const RULES: readonly Rule[] = [...ALL].sort((left, right) => (left.id < right.id ? -1 : 1));
