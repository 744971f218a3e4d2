import { mayDo } from '../access.js';
import { connection, pageRequest } from '../connections.js';
import type { OperationResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';

const POLL_AFTER_MS = 1_000;

export const Operation: OperationResolvers = {
  id: ({ id }) => toGlobalId('Operation', id),
  cancelRequested: ({ cancelRequestedAt }) => cancelRequestedAt !== null,
  executor: ({ executorId }, _args, { loaders }) => (executorId === null ? null : loaders.executor.load(executorId)),
  vm: ({ vmId }, _args, { loaders }) => (vmId === null ? null : loaders.vm.load(vmId)),
  restorePoint: ({ restorePointId }, _args, { loaders }) =>
    restorePointId === null ? null : loaders.restorePoint.load(restorePointId),
  plan: ({ planId }, _args, { loaders }) => (planId === null ? null : loaders.restorePlan.load(planId)),
  retryOf: ({ retryOf }, _args, { loaders }) => (retryOf === null ? null : loaders.operation.load(retryOf)),
  disks: ({ id }, _args, { loaders }) => loaders.disksOfOperation.load(id),
  result: ({ result }) =>
    Object.entries(result ?? {}).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  events: ({ id }, args, { loaders }) => {
    const page = loaders.eventsOfOperation.load({ id, ...pageRequest(args) });
    return connection(page, () => loaders.eventCountOfOperation.load(id));
  },
  pollAfterMs: ({ finishedAt }) => (finishedAt === null ? POLL_AFTER_MS : null),
  viewerCan: ({ state, finishedAt }, _args, { actor }) => {
    const change = mayDo(actor.role, 'CHANGE');
    return { cancel: change && finishedAt === null, retry: change && (state === 'FAILED' || state === 'CANCELLED') };
  },
};
