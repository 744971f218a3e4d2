import { nvramCustomSecureBootKeys } from './custom-secure-boot-keys.js';
import { nvramEncryptAfterUnproven } from './encrypt-after-unproven.js';
import { nvramEpochNotKnown } from './epoch-not-known.js';
import { nvramLeaveNotAllowed } from './leave-not-allowed.js';
import { nvramLeftBehind } from './left-behind.js';
import { nvramBootCertificatesChange } from './boot-certificates-change.js';
import { nvramSecureBootKeysNotKnown } from './secure-boot-keys-not-known.js';
import { vtpmBoundSecrets } from './vtpm-bound-secrets.js';
import { vtpmDuplicated } from './vtpm-duplicated.js';
import { vtpmFirmwareNotEfi } from './vtpm-firmware-not-efi.js';
import { vtpmFirmwareNotKnown } from './vtpm-firmware-not-known.js';
import { vtpmHardwareNotKnown } from './vtpm-hardware-not-known.js';
import { vtpmHardwareTooOld } from './vtpm-hardware-too-old.js';
import { vtpmHomeNotEncrypted } from './vtpm-home-not-encrypted.js';
import { vtpmSecretsLost } from './vtpm-secrets-lost.js';
import type { VsphereRule } from '../rule.js';

/** About NVRAM, vTPM, Secure Boot and what the guest ties to them. */
export const NVRAM_RULES: readonly VsphereRule[] = [
  nvramCustomSecureBootKeys,
  nvramEncryptAfterUnproven,
  nvramEpochNotKnown,
  nvramLeaveNotAllowed,
  nvramLeftBehind,
  nvramBootCertificatesChange,
  nvramSecureBootKeysNotKnown,
  vtpmBoundSecrets,
  vtpmDuplicated,
  vtpmFirmwareNotEfi,
  vtpmFirmwareNotKnown,
  vtpmHardwareNotKnown,
  vtpmHardwareTooOld,
  vtpmHomeNotEncrypted,
  vtpmSecretsLost,
];
