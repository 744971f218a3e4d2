import { keyBundleWithoutKeyId } from './bundle-without-key-id.js';
import { keyCertificateEndsSoon } from './certificate-ends-soon.js';
import { keyComesBackClear } from './comes-back-clear.js';
import { keyEncryptDiskWithoutHome } from './encrypt-disk-without-home.js';
import { keyHeldByHosts } from './held-by-hosts.js';
import { hostAttestationNotKnown } from './host-attestation-not-known.js';
import { hostCryptoPendingIncapable } from './host-crypto-pending-incapable.js';
import { hostCryptoStateNotKnown } from './host-crypto-state-not-known.js';
import { hostNotAttested } from './host-not-attested.js';
import { hostTpmMissing } from './host-tpm-missing.js';
import { hostTpmNotKnown } from './host-tpm-not-known.js';
import { hostWithoutCluster } from './host-without-cluster.js';
import { inPlaceEncryptionAdded } from './in-place-encryption-added.js';
import { inPlaceEncryptionDropped } from './in-place-encryption-dropped.js';
import { inPlaceVcenter } from './in-place-vcenter.js';
import { keyKeyIdWithoutBundle } from './key-id-without-bundle.js';
import { keyNotActive } from './key-not-active.js';
import { keyMissingInCache } from './missing-in-cache.js';
import { keyNativeBackupNotKnown } from './native-backup-not-known.js';
import { keyNativeNotBackedUp } from './native-not-backed-up.js';
import { keyNativeNotCompared } from './native-not-compared.js';
import { keyNativeOtherKeys } from './native-other-keys.js';
import { keyNativeUnproven } from './native-unproven.js';
import { keyNewKeys } from './new-keys.js';
import { keyNoAnswer } from './no-answer.js';
import { keyNoPermission } from './no-permission.js';
import { keyNoPermittedWay } from './no-permitted-way.js';
import { keyNoUsableServer } from './no-usable-server.js';
import { keyNotAsked } from './not-asked.js';
import { keyPolicyContentDiffers } from './policy-content-differs.js';
import { keyPolicyDropsEncryption } from './policy-drops-encryption.js';
import { policyMayEncrypt } from './policy-may-encrypt.js';
import { keyPolicyMissing } from './policy-missing.js';
import { keyPolicyNamesOtherProvider } from './policy-names-other-provider.js';
import { keyPolicyNotKnown } from './policy-not-known.js';
import { keyPolicyNotNamed } from './policy-not-named.js';
import { policyWouldEncrypt } from './policy-would-encrypt.js';
import { keyPrivilegeMissing } from './privilege-missing.js';
import { keyPrivilegeNotKnown } from './privilege-not-known.js';
import { keyProviderAbsent } from './provider-absent.js';
import { keyProviderNotRecorded } from './provider-not-recorded.js';
import { keyProviderTypeNotKnown } from './provider-type-not-known.js';
import { keyProviderUnreachable } from './provider-unreachable.js';
import { keyProvidersNotKnown } from './providers-not-known.js';
import { keyReasonNotKnown } from './reason-not-known.js';
import { keyRecryptedSince } from './recrypted-since.js';
import { keyServedByItself } from './served-by-itself.js';
import { keyServedByItselfLater } from './served-by-itself-later.js';
import { keyServersNotKnown } from './servers-not-known.js';
import { servicesCircular } from './services-circular.js';
import { keyServicesNotKnown } from './services-not-known.js';
import { siteCertificateChanged } from './site-certificate-changed.js';
import { siteCertificateEndsSoon } from './site-certificate-ends-soon.js';
import { siteCertificateNotKnown } from './site-certificate-not-known.js';
import { siteCertificateOver } from './site-certificate-over.js';
import { keySiteIsHost } from './site-is-host.js';
import { keyTrustAuthorityUnproven } from './trust-authority-unproven.js';
import { keyVcenterServesItself } from './vcenter-serves-itself.js';
import { keyWrappingKeyNotActive } from './wrapping-key-not-active.js';
import type { HostRule, VsphereRule } from '../rule.js';

/** About keys, providers, storage policies that encrypt, and certificates. */
export const KEY_RULES: readonly VsphereRule[] = [
  keyBundleWithoutKeyId,
  keyCertificateEndsSoon,
  keyComesBackClear,
  keyEncryptDiskWithoutHome,
  keyHeldByHosts,
  inPlaceEncryptionAdded,
  inPlaceEncryptionDropped,
  inPlaceVcenter,
  keyKeyIdWithoutBundle,
  keyNotActive,
  keyMissingInCache,
  keyNativeBackupNotKnown,
  keyNativeNotBackedUp,
  keyNativeNotCompared,
  keyNativeOtherKeys,
  keyNativeUnproven,
  keyNewKeys,
  keyNoAnswer,
  keyNoPermission,
  keyNoPermittedWay,
  keyNoUsableServer,
  keyNotAsked,
  keyPolicyContentDiffers,
  keyPolicyDropsEncryption,
  policyMayEncrypt,
  keyPolicyMissing,
  keyPolicyNamesOtherProvider,
  keyPolicyNotKnown,
  keyPolicyNotNamed,
  policyWouldEncrypt,
  keyPrivilegeMissing,
  keyPrivilegeNotKnown,
  keyProviderAbsent,
  keyProviderNotRecorded,
  keyProviderTypeNotKnown,
  keyProviderUnreachable,
  keyProvidersNotKnown,
  keyReasonNotKnown,
  keyRecryptedSince,
  keyServedByItselfLater,
  keyServedByItself,
  keyServersNotKnown,
  servicesCircular,
  keyServicesNotKnown,
  siteCertificateChanged,
  siteCertificateEndsSoon,
  siteCertificateNotKnown,
  siteCertificateOver,
  keySiteIsHost,
  keyTrustAuthorityUnproven,
  keyVcenterServesItself,
  keyWrappingKeyNotActive,
];

/** What rules a host out for keys. */
export const KEY_HOST_RULES: readonly HostRule[] = [
  hostAttestationNotKnown,
  hostCryptoPendingIncapable,
  hostCryptoStateNotKnown,
  hostNotAttested,
  hostTpmMissing,
  hostTpmNotKnown,
  hostWithoutCluster,
];
