/** Virtual disks of the demonstration machines. */
import type { ObjectNode } from '../../domain/config-info/node.js';
import { build, type FieldValue, reference } from './build-node.js';
import { datastoreId } from './devices.js';

export type DiskKind = 'THIN' | 'THICK_LAZY_ZEROED' | 'THICK_EAGER_ZEROED' | 'RAW_VIRTUAL';

/** A disk of the estate: where it sits, how large it is, and what does not change from point to point. */
export interface EstateDisk {
  readonly deviceKey: number;
  readonly number: number;
  readonly controllerKey: number;
  readonly unitNumber: number;
  readonly capacityBytes: number;
  readonly kind: DiskKind;
  readonly datastore: string;
  /** Path below the datastore, `folder/name.vmdk`. */
  readonly path: string;
  readonly uuid: string;
  /** The UUID half of its change ids; null when changes are not tracked. */
  readonly changeUuid: string | null;
  readonly key: { readonly keyId: string; readonly providerId: string } | null;
}

const KIB = 1024;

/** The disk as ConfigInfo reports it; `sequence` is the other half of its change id. */
export function virtualDisk(disk: EstateDisk, sequence: number): ObjectNode {
  const kib = disk.capacityBytes / KIB;
  const shares = build('SharesInfo', { shares: 1000, level: 'normal' });
  return build('VirtualDisk', {
    key: disk.deviceKey,
    deviceInfo: build('Description', {
      label: `Hard disk ${disk.number}`,
      summary: `${kib.toString().replace(/\B(?=(\d{3})+$)/g, ',')} KB`,
    }),
    backing: backingOf(disk, sequence),
    controllerKey: disk.controllerKey,
    unitNumber: disk.unitNumber,
    capacityInKB: kib,
    capacityInBytes: disk.capacityBytes,
    shares,
    storageIOAllocation: build('StorageIOAllocationInfo', { limit: -1, shares, reservation: 0 }),
    diskObjectId: `1-${disk.deviceKey}`,
    vDiskVersion: 1,
    nativeUnmanagedLinkedClone: false,
    guestReadOnly: false,
  });
}

function backingOf(disk: EstateDisk, sequence: number): ObjectNode {
  const common: Readonly<Record<string, FieldValue>> = {
    fileName: `[${disk.datastore}] ${disk.path}`,
    datastore: reference('Datastore', datastoreId(disk.datastore)),
    backingObjectId: '',
    diskMode: 'persistent',
    uuid: disk.uuid,
    contentId: disk.uuid.replace(/-/g, '').toLowerCase(),
    changeId: disk.changeUuid === null ? null : `${disk.changeUuid}/${sequence}`,
    sharing: 'sharingNone',
  };
  if (disk.kind === 'RAW_VIRTUAL') {
    return build('VirtualDiskRawDiskMappingVer1BackingInfo', {
      ...common,
      lunUuid: '0200000000600508b1001c6e17f0a1b2c3d4e5f6a74c4f47494341',
      deviceName: 'vml.0200000000600508b1001c6e17f0a1b2c3d4e5f6a74c4f47494341',
      compatibilityMode: 'virtualMode',
    });
  }
  return build('VirtualDiskFlatVer2BackingInfo', {
    ...common,
    split: false,
    writeThrough: false,
    thinProvisioned: disk.kind === 'THIN',
    eagerlyScrub: disk.kind === 'THICK_EAGER_ZEROED',
    digestEnabled: false,
    keyId:
      disk.key === null
        ? null
        : build('CryptoKeyId', {
            keyId: disk.key.keyId,
            providerId: build('KeyProviderId', { id: disk.key.providerId }),
          }),
  });
}
