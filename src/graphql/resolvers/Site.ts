import { connection, pageRequest } from '../connections.js';
import type { SiteResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';

export const Site: SiteResolvers = {
  id: ({ id }) => toGlobalId('Site', id),
  sections: ({ id }, _args, { loaders }) => loaders.sectionsOfSite.load(id),
  vms: ({ id }, args, { loaders }) =>
    connection(loaders.vmsOfSite.load({ id, ...pageRequest(args) }), () => loaders.vmCountOfSite.load(id)),
};
