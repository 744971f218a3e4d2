import { changeTrackingSwitchedOff } from './change-tracking-switched.js';
import { transportChildDisk } from './child-disk.js';
import { transportChildUnknown } from './child-unknown.js';
import { datastoreHttpObjectStorage } from './datastore-http-objects.js';
import { datastoreHttpStorageUnknown } from './datastore-http-storage-unknown.js';
import { transportDowngradeNotAllowed } from './downgrade-not-allowed.js';
import { transportEncryptedDisk } from './encrypted-disk.js';
import { transportEncryptionUnknown } from './encryption-unknown.js';
import { accessNoFenceOnHost } from './fence-not-there.js';
import { nbdHostNotReached } from './host-data-not-reached.js';
import { nbdHostReachUnknown } from './host-data-reach-unknown.js';
import { httpNfcHostNotReached } from './host-web-not-reached.js';
import { httpNfcHostReachUnknown } from './host-web-reach-unknown.js';
import { hotaddBusUnknown } from './hotadd-bus-unknown.js';
import { hotaddCtkRemoved } from './hotadd-ctk-removed.js';
import { hotaddDatastoreNotReached } from './hotadd-datastore-not-reached.js';
import { hotaddEncryptionUnknown } from './hotadd-encryption-unknown.js';
import { hotaddFirstDiskUnknown } from './hotadd-first-disk-unknown.js';
import { hotaddIdeDisk } from './hotadd-ide-disk.js';
import { hotaddNfs3HostUnknown } from './hotadd-nfs3-host-unknown.js';
import { hotaddNfs3OtherHost } from './hotadd-nfs3-other-host.js';
import { hotaddNoFirstDisk } from './hotadd-no-first-disk.js';
import { hotaddNoFreeSlot } from './hotadd-no-free-slot.js';
import { hotaddNotPvscsi } from './hotadd-not-pvscsi.js';
import { hotaddOtherDatacenter } from './hotadd-other-datacenter.js';
import { hotaddOtherSite } from './hotadd-other-site.js';
import { hotaddPhysicalProxy } from './hotadd-physical-proxy.js';
import { hotaddProxyDatastore } from './hotadd-proxy-datastore.js';
import { hotaddProxyDatastoreUnknown } from './hotadd-proxy-datastore-unknown.js';
import { hotaddProxyNotEncrypted } from './hotadd-proxy-not-encrypted.js';
import { hotaddProxyOutOfSequence } from './hotadd-proxy-out-of-sequence.js';
import { hotaddProxyPlaceUnknown } from './hotadd-proxy-place-unknown.js';
import { hotaddReachUnknown } from './hotadd-reach-unknown.js';
import { hotaddSlotsUnknown } from './hotadd-slots-unknown.js';
import { hotaddVsanProxy } from './hotadd-vsan-proxy.js';
import { hotaddWindowsSignature } from './hotadd-windows-signature.js';
import { httpNfcEncryptedRefused } from './http-nfc-encrypted.js';
import { httpNfcEncryptedUnproven } from './http-nfc-encrypted-unproven.js';
import { httpNfcInPlace } from './http-nfc-in-place.js';
import { httpNfcTooLarge } from './http-nfc-too-large.js';
import { nbdNamesNotResolved } from './names-not-resolved.js';
import { nbdNamesUnknown } from './names-unknown.js';
import { nbdInClear } from './nbd-in-clear.js';
import { nbdOnlyByRequest } from './nbd-only-by-request.js';
import { transportNeedsVcenter } from './needs-vcenter.js';
import { nfcTimeoutsOff } from './nfc-timeouts-off.js';
import { nfcTimeoutsUnknown } from './nfc-timeouts-unknown.js';
import { transportNoStreamAllowed } from './no-stream-allowed.js';
import { transportNotOffered } from './not-offered.js';
import { transportOfferUnknown } from './offer-unknown.js';
import { transportPreferenceNotPossible } from './preference-not-possible.js';
import { transportPrivilegeMissing } from './privilege-missing.js';
import { transportPrivilegeUnknown } from './privilege-unknown.js';
import { transportProxyKindUnknown } from './proxy-kind-unknown.js';
import { sanAllowListUnknown } from './san-allow-list-unknown.js';
import { sanBusUnknown } from './san-bus-unknown.js';
import { sanFileStorage } from './san-file-storage.js';
import { sanLocalStorage } from './san-local-storage.js';
import { sanLocalUnknown } from './san-local-unknown.js';
import { sanLunNotVisible } from './san-lun-not-visible.js';
import { sanLunReadOnly } from './san-lun-read-only.js';
import { sanLunVisibilityUnknown } from './san-lun-visibility-unknown.js';
import { sanLunWriteUnknown } from './san-lun-write-unknown.js';
import { sanNoRestoreSnapshot } from './san-no-restore-snapshot.js';
import { sanNotInAllowList } from './san-not-in-allow-list.js';
import { sanOperatingSystemUnknown } from './san-operating-system-unknown.js';
import { sanRestoreSnapshotUnknown } from './san-restore-snapshot-unknown.js';
import { sanStorageUnknown } from './san-storage-unknown.js';
import { sanStreamCapRaised } from './san-stream-cap-raised.js';
import { sanThinByRequest } from './san-thin-by-request.js';
import { sanThinDisk } from './san-thin-disk.js';
import { sanVirtualProxy } from './san-virtual-proxy.js';
import { sanVsan } from './san-vsan.js';
import { sanVvol } from './san-vvol.js';
import { transportSiteNotReached } from './site-not-reached.js';
import { transportSiteReachUnknown } from './site-reach-unknown.js';
import { streamsQueued } from './streams-queued.js';
import { vddkDiskModeUnknown } from './vddk-disk-mode-unknown.js';
import { vddkIndependentDisk } from './vddk-independent-disk.js';
import { vddkNative4k } from './vddk-native-4k.js';
import { vddkOtherRelease } from './vddk-other-release.js';
import { vddkReleaseUnknown } from './vddk-release-unknown.js';
import { windowsLunsWritable } from './windows-luns-writable.js';
import { windowsSanDefault } from './windows-san-default.js';
import { windowsSanPolicy } from './windows-san-policy.js';
import { windowsSanPolicyUnknown } from './windows-san-policy-unknown.js';
import type { TransportRule, VsphereRule } from '../rule.js';

/** About the ways that were decided. */
export const TRANSPORT_FINDINGS: readonly VsphereRule[] = [
  changeTrackingSwitchedOff,
  transportDowngradeNotAllowed,
  accessNoFenceOnHost,
  hotaddCtkRemoved,
  hotaddNotPvscsi,
  hotaddProxyOutOfSequence,
  hotaddWindowsSignature,
  nbdInClear,
  nfcTimeoutsOff,
  nfcTimeoutsUnknown,
  transportPreferenceNotPossible,
  sanStreamCapRaised,
  sanThinByRequest,
  streamsQueued,
  windowsLunsWritable,
  windowsSanDefault,
  windowsSanPolicy,
  windowsSanPolicyUnknown,
];

/** What rules a transport, an executor or both out for a disk. */
export const TRANSPORT_RULES: readonly TransportRule[] = [
  transportChildDisk,
  transportChildUnknown,
  datastoreHttpObjectStorage,
  datastoreHttpStorageUnknown,
  transportEncryptedDisk,
  transportEncryptionUnknown,
  nbdHostNotReached,
  nbdHostReachUnknown,
  httpNfcHostNotReached,
  httpNfcHostReachUnknown,
  hotaddBusUnknown,
  hotaddDatastoreNotReached,
  hotaddEncryptionUnknown,
  hotaddFirstDiskUnknown,
  hotaddIdeDisk,
  hotaddNfs3HostUnknown,
  hotaddNfs3OtherHost,
  hotaddNoFirstDisk,
  hotaddNoFreeSlot,
  hotaddOtherDatacenter,
  hotaddOtherSite,
  hotaddPhysicalProxy,
  hotaddProxyDatastore,
  hotaddProxyDatastoreUnknown,
  hotaddProxyNotEncrypted,
  hotaddProxyPlaceUnknown,
  hotaddReachUnknown,
  hotaddSlotsUnknown,
  hotaddVsanProxy,
  httpNfcEncryptedRefused,
  httpNfcEncryptedUnproven,
  httpNfcInPlace,
  httpNfcTooLarge,
  nbdNamesNotResolved,
  nbdNamesUnknown,
  nbdOnlyByRequest,
  transportNeedsVcenter,
  transportNoStreamAllowed,
  transportNotOffered,
  transportOfferUnknown,
  transportPrivilegeMissing,
  transportPrivilegeUnknown,
  transportProxyKindUnknown,
  sanAllowListUnknown,
  sanBusUnknown,
  sanFileStorage,
  sanLocalStorage,
  sanLocalUnknown,
  sanLunNotVisible,
  sanLunReadOnly,
  sanLunVisibilityUnknown,
  sanLunWriteUnknown,
  sanNoRestoreSnapshot,
  sanNotInAllowList,
  sanOperatingSystemUnknown,
  sanRestoreSnapshotUnknown,
  sanStorageUnknown,
  sanThinDisk,
  sanVirtualProxy,
  sanVsan,
  sanVvol,
  transportSiteNotReached,
  transportSiteReachUnknown,
  vddkDiskModeUnknown,
  vddkIndependentDisk,
  vddkNative4k,
  vddkOtherRelease,
  vddkReleaseUnknown,
];
