import { diskTargetText, planOf, planText } from '../../usecases/plan-document.js';
import { mayDo } from '../access.js';
import { connection, pageRequest } from '../connections.js';
import type { RequestContext } from '../context.js';
import type { RestorePlanResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';
import { present } from '../present.js';

/** By the clock that plans are made by. */
async function hasPassed(moment: string, { loaders }: RequestContext): Promise<boolean> {
  return (await loaders.executorSurvey.load('')).now >= moment;
}

export const RestorePlan: RestorePlanResolvers = {
  id: ({ id }) => toGlobalId('RestorePlan', id),
  restorePoint: ({ restorePointId }, _args, { loaders }) =>
    present(loaders.restorePoint.load(restorePointId), 'restore point'),
  expired: ({ expiresAt }, _args, context) => hasPassed(expiresAt, context),
  components: (record) => planOf(record).components,
  disks: (record) =>
    planOf(record).disks.map((disk) => ({
      ...disk,
      target: diskTargetText(disk),
      format: 'format' in disk ? disk.format : null,
    })),
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
  viewerCan: async ({ verdict, expiresAt }, _args, context) => {
    const executable = verdict === 'RESTORABLE' || verdict === 'RESTORABLE_WITH_LOSS';
    const may = executable && mayDo(context.actor.role, 'CHANGE');
    return { execute: may && !(await hasPassed(expiresAt, context)) };
  },
};
