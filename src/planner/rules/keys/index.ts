import { keyNewKeys } from './new-keys.js';
import { keyNoPermittedWay } from './no-permitted-way.js';
import { keyProviderAbsent } from './provider-absent.js';
import type { VsphereRule } from '../rule.js';

/** About keys, providers and storage policies that encrypt. */
export const KEY_RULES: readonly VsphereRule[] = [keyNewKeys, keyNoPermittedWay, keyProviderAbsent];
