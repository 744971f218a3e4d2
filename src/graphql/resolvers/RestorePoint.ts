import type { KeyReference, RestorePointRecord, SealedReference } from '../../domain/restore-point-records.js';
import { mayDo } from '../access.js';
import type { RestorePointResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';
import { present } from '../present.js';

/** The provider's type was told for the provider of the home; of another provider nobody told it. */
export function keyOf(key: KeyReference | null, point: RestorePointRecord) {
  if (key === null) return null;
  const sameProvider = key.providerId === (point.key?.providerId ?? null);
  return { ...key, providerType: sameProvider ? point.keyProviderType : ('UNKNOWN' as const) };
}

function sealed(reference: SealedReference | null) {
  if (reference === null) return null;
  return { sealedRef: reference.sealedItemId, sha256: reference.sha256, sizeBytes: reference.sizeBytes };
}

export const RestorePoint: RestorePointResolvers = {
  id: ({ id }) => toGlobalId('RestorePoint', id),
  vm: ({ vmId }, _args, { loaders }) => present(loaders.vm.load(vmId), 'VM'),
  key: (point) => keyOf(point.key, point),
  encryptionBundle: ({ encryptionBundle }) => sealed(encryptionBundle),
  nvram: ({ nvram }) => sealed(nvram),
  storagePolicies: ({ storagePolicies }) => storagePolicies ?? [],
  capturedItems: ({ id }, _args, { loaders }) => loaders.itemsOfRestorePoint.load(id),
  disks: async (point, _args, { loaders }) => {
    const disks = await loaders.disksOfRestorePoint.load(point.id);
    return disks.map((disk) => ({ disk, point }));
  },
  capacityBytes: async ({ id }, _args, { loaders }) => {
    const disks = await loaders.disksOfRestorePoint.load(id);
    return disks.reduce((sum, disk) => sum + disk.capacityBytes, 0);
  },
  configInfoSha256: async ({ id }, _args, { loaders }) =>
    (await loaders.documentOfRestorePoint.load(id))?.sha256 ?? null,
  notUnderstood: async ({ id }, _args, { loaders }) =>
    (await loaders.documentOfRestorePoint.load(id))?.notUnderstood ?? [],
  newestOperation: ({ id }, _args, { loaders }) => loaders.newestOperationOfRestorePoint.load(id),
  viewerCan: ({ state }, _args, { actor }) => {
    const change = mayDo(actor.role, 'CHANGE');
    const known = state === 'AVAILABLE' || state === 'DAMAGED';
    const remove = mayDo(actor.role, 'REMOVE') && state !== 'DELETED';
    return { planRestore: change && known, verify: change && known, delete: remove };
  },
};
