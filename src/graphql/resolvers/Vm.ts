import { mayDo } from '../access.js';
import { connection, pageRequest } from '../connections.js';
import type { VmResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';
import { present } from '../present.js';

export const Vm: VmResolvers = {
  id: ({ id }) => toGlobalId('Vm', id),
  site: ({ siteId }, _args, { loaders }) => present(loaders.site.load(siteId), 'site'),
  newestRestorePoint: ({ id }, _args, { loaders }) => loaders.newestRestorePointOfVm.load(id),
  restorePoints: ({ id }, args, { loaders }) => {
    const page = loaders.restorePointsOfVm.load({ id, ...pageRequest(args) });
    return connection(page, () => loaders.restorePointCountOfVm.load(id));
  },
  viewerCan: (_vm, _args, { actor }) => ({
    addRestorePoint: mayDo(actor.role, 'CHANGE'),
    planRestore: mayDo(actor.role, 'CHANGE'),
  }),
};
