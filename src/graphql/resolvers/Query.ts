import { comparePlans } from '../../usecases/plan-document.js';
import { ApiError } from '../errors.js';
import { optionalId, requireId } from '../arguments.js';
import { connection, pageRequest } from '../connections.js';
import type { QueryResolvers } from '../generated/resolver-types.js';
import { LIMITS } from '../limits.js';
import { chooseRestorePointOfVm } from '../../usecases/choose-restore-point.js';
import { loadNode } from '../load-node.js';

export const Query: QueryResolvers = {
  node: (_parent, { id }, context) => loadNode(context, id),
  nodes: (_parent, { ids }, context) => {
    if (ids.length > LIMITS.pageSize) {
      throw new ApiError('BAD_USER_INPUT', `Argument "ids" may hold ${LIMITS.pageSize} ids at most.`);
    }
    return Promise.all(ids.map((id) => loadNode(context, id)));
  },
  viewer: (_parent, _args, { actor }) => actor,

  site: (_parent, { id }, { loaders }) => loaders.site.load(requireId(id, 'Site', 'id')),
  vm: (_parent, { id }, { loaders }) => loaders.vm.load(requireId(id, 'Vm', 'id')),
  restorePoint: (_parent, { id }, { loaders }) => loaders.restorePoint.load(requireId(id, 'RestorePoint', 'id')),
  restorePlan: (_parent, { id }, { loaders }) => loaders.restorePlan.load(requireId(id, 'RestorePlan', 'id')),
  comparePlans: async (_parent, args, { loaders }) => {
    const [before, after] = await Promise.all([
      loaders.restorePlan.load(requireId(args.before, 'RestorePlan', 'before')),
      loaders.restorePlan.load(requireId(args.after, 'RestorePlan', 'after')),
    ]);
    return before === null || after === null ? null : comparePlans(before, after);
  },
  planningPolicy: (_parent, _args, { loaders }) => loaders.planningPolicy.load(''),
  operation: (_parent, { id }, { loaders }) => loaders.operation.load(requireId(id, 'Operation', 'id')),

  sites: (_parent, args, { ports }) =>
    connection(ports.sites.pageSites(pageRequest(args)), () => ports.sites.countSites()),
  vms: (_parent, args, { ports }) => {
    const filter = { ...args.filter, siteId: optionalId(args.filter?.siteId, 'Site', 'filter.siteId') };
    return connection(ports.vms.pageVms(filter, pageRequest(args)), () => ports.vms.countVms(filter));
  },
  restorePoints: (_parent, args, { ports: { restorePoints } }) => {
    const filter = { ...args.filter, vmId: optionalId(args.filter?.vmId, 'Vm', 'filter.vmId') };
    const page = restorePoints.pageRestorePoints(filter, pageRequest(args));
    return connection(page, () => restorePoints.countRestorePoints(filter));
  },
  restorePointChoice: (_parent, { vmId, at, completeKeysFirst, consistencyMin, first }, { ports }) =>
    chooseRestorePointOfVm(ports, {
      vmId: requireId(vmId, 'Vm', 'vmId'),
      at: at ?? null,
      completeKeysFirst,
      consistencyMin: consistencyMin === undefined || consistencyMin === 'UNKNOWN' ? null : consistencyMin,
      first,
    }),
  executors: (_parent, args, { ports: { executors } }) =>
    connection(executors.pageExecutors(pageRequest(args)), () => executors.countExecutors()),
  restorePlans: (_parent, args, { ports: { plans } }) => {
    const filter = { restorePointId: optionalId(args.restorePointId, 'RestorePoint', 'restorePointId') };
    return connection(plans.pagePlans(filter, pageRequest(args)), () => plans.countPlans(filter));
  },
  operations: (_parent, args, { ports: { operations } }) => {
    const filter = args.filter ?? {};
    const page = operations.pageOperations(filter, pageRequest(args));
    return connection(page, () => operations.countOperations(filter));
  },
  accessTokens: (_parent, args, { ports: { tokens } }) =>
    connection(tokens.pageTokens(pageRequest(args)), () => tokens.countTokens()),
  auditLog: (_parent, args, { ports: { audit } }) =>
    connection(audit.pageAuditEntries(pageRequest(args)), () => audit.countAuditEntries()),
};
