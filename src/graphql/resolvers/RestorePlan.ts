import { planOf, planText } from '../../usecases/plan-document.js';
import { mayDo } from '../access.js';
import { connection, pageRequest } from '../connections.js';
import type { RestorePlanResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';
import { present } from '../present.js';

export const RestorePlan: RestorePlanResolvers = {
  id: ({ id }) => toGlobalId('RestorePlan', id),
  restorePoint: ({ restorePointId }, _args, { loaders }) =>
    present(loaders.restorePoint.load(restorePointId), 'restore point'),
  expired: ({ expiresAt }, _args, { ports }) => ports.clock.now() >= expiresAt,
  components: (record) => planOf(record).components,
  disks: (record) =>
    planOf(record).disks.map((disk) => ({ ...disk, target: `${disk.target.location}:${disk.target.path}` })),
  findings: (record) =>
    planOf(record).findings.map((finding) => ({
      ...finding,
      citation: `${finding.citation.source}, ${finding.citation.section}`,
    })),
  steps: (record) => planOf(record).steps,
  facts: (record) => planOf(record).factsUsed,
  bytesToMove: (record) => planOf(record).bytesToMove,
  estimate: (record) => planOf(record).estimate,
  text: (record) => planText(record),
  operations: ({ id }, args, { loaders }) => {
    const page = loaders.operationsOfPlan.load({ id, ...pageRequest(args) });
    return connection(page, () => loaders.operationCountOfPlan.load(id));
  },
  viewerCan: ({ verdict, expiresAt }, _args, { actor, ports }) => {
    const executable = verdict === 'RESTORABLE' || verdict === 'RESTORABLE_WITH_LOSS';
    return { execute: mayDo(actor.role, 'CHANGE') && executable && ports.clock.now() < expiresAt };
  },
};
