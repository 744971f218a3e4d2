import { nvramLeaveNotAllowed } from './leave-not-allowed.js';
import { nvramLeftBehind } from './left-behind.js';
import { vtpmSecretsLost } from './vtpm-secrets-lost.js';
import type { VsphereRule } from '../rule.js';

/** About NVRAM, vTPM, Secure Boot and what the guest ties to them. */
export const NVRAM_RULES: readonly VsphereRule[] = [nvramLeaveNotAllowed, nvramLeftBehind, vtpmSecretsLost];
