import { keyNotActive } from './key-not-active.js';
import { keyNativeOtherKeys } from './native-other-keys.js';
import { keyNewKeys } from './new-keys.js';
import { keyNoPermittedWay } from './no-permitted-way.js';
import { keyProviderAbsent } from './provider-absent.js';
import { keyProviderUnreachable } from './provider-unreachable.js';
import { keySiteIsHost } from './site-is-host.js';
import { keyWrappingKeyNotActive } from './wrapping-key-not-active.js';
import type { VsphereRule } from '../rule.js';

/** About keys, providers and storage policies that encrypt. */
export const KEY_RULES: readonly VsphereRule[] = [
  keyNotActive,
  keyNativeOtherKeys,
  keyNewKeys,
  keyNoPermittedWay,
  keyProviderAbsent,
  keyProviderUnreachable,
  keySiteIsHost,
  keyWrappingKeyNotActive,
];
