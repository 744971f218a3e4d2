import { present } from '../present.js';
import type { VspherePlanResolvers } from '../generated/resolver-types.js';

export const VspherePlan: VspherePlanResolvers = {
  site: ({ placement }, _args, { loaders }) => present(loaders.site.load(placement.siteId), 'site'),
  mode: ({ placement }) => placement.mode,
  purpose: ({ request }) => request.target.purpose,
  name: ({ placement }) => placement.name,
  machineId: ({ request }) => request.target.machineId,
  hostId: ({ placement }) => placement.hostId,
  homeDatastoreId: ({ placement }) => placement.homeDatastoreId,
  networks: ({ placement }) => placement.networks,
  homeKey: ({ keyPath }) => keyPath.home,
  bundle: ({ keyPath }) => keyPath.bundle,
  nvram: ({ nvram }) => nvram.way,
  vtpm: ({ vtpm }) => vtpm.way,
  powerOn: ({ request }) => request.target.powerOn,
};
