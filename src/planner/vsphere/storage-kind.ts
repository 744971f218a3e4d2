import type { DatastoreFact } from '../facts/site.js';

/** PMEM: memory of one host. UNKNOWN: a word that the planner does not know, or no datastore. */
export type StorageKind = 'VMFS' | 'NFS' | 'VSAN' | 'VVOL' | 'PMEM' | 'UNKNOWN';

const KINDS: Readonly<Record<string, StorageKind>> = {
  VMFS: 'VMFS',
  NFS: 'NFS',
  NFS41: 'NFS',
  CIFS: 'NFS',
  VSAN: 'VSAN',
  VSAND: 'VSAN',
  VVOL: 'VVOL',
  PMEM: 'PMEM',
};

/** Words of DatastoreSummary.type, whose case differs between releases. */
export function storageKind(datastore: Pick<DatastoreFact, 'type'> | null): StorageKind {
  return datastore === null ? 'UNKNOWN' : (KINDS[datastore.type.toUpperCase()] ?? 'UNKNOWN');
}

const MEBIBYTE = 1024 ** 2;
const TEBIBYTE = 1024 ** 4;
/** VMFS-5 and -6 hold virtual disks of up to 62 TiB. */
const NEWER_VMFS_LIMIT_BYTES = 62 * TEBIBYTE;
/** VMFS-3 with blocks of 1 MiB holds files of 256 GiB, with 2 MiB 512 GiB, with 4 MiB 1 TiB, with 8 MiB 2 TiB. */
const FILE_BYTES_PER_BLOCK_BYTE = (256 * 1024 ** 3) / MEBIBYTE;

/** [S17] Largest disk that a VMFS volume can serve; null when its version or block size is not known. */
export function vmfsFileLimitBytes({
  vmfsMajorVersion,
  vmfsBlockSizeBytes,
}: Pick<DatastoreFact, 'vmfsMajorVersion' | 'vmfsBlockSizeBytes'>): number | null {
  if (vmfsMajorVersion === null) return null;
  if (vmfsMajorVersion >= 5) return NEWER_VMFS_LIMIT_BYTES;
  if (vmfsBlockSizeBytes === null) return null;
  return Math.min(vmfsBlockSizeBytes * FILE_BYTES_PER_BLOCK_BYTE, 2 * TEBIBYTE);
}

/** Largest file that a datastore can hold, by what it says itself and by its version; null when neither is known. */
export function fileLimitBytes(datastore: DatastoreFact): number | null {
  const told = datastore.fileSizeMaxBytes;
  const byVersion = storageKind(datastore) === 'VMFS' ? vmfsFileLimitBytes(datastore) : null;
  if (told === null || byVersion === null) return told ?? byVersion;
  return Math.min(told, byVersion);
}
