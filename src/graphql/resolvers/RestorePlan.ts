import {
  diskTargetText,
  hasExecutor,
  planDocument,
  planOf,
  planText,
  vspherePlanOf,
} from '../../usecases/plan-document.js';
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
      virtualDisk: 'datastoreId' in disk ? disk : null,
    })),
  findings: (record) =>
    planOf(record).findings.map((finding) => ({
      ...finding,
      citation: `${finding.citation.source}, ${finding.citation.section}`,
    })),
  steps: (record) => planOf(record).steps.map((step) => ({ ...step, lines: 'lines' in step ? step.lines : [] })),
  facts: (record) => planOf(record).factsUsed,
  bytesToMove: (record) => planOf(record).bytesToMove,
  estimate: (record) => planOf(record).estimate,
  vsphere: (record) => vspherePlanOf(record),
  text: (record) => planText(record),
  document: (record) => planDocument(record),
  approvals: ({ id }, _args, { loaders }) => loaders.approvalsOfPlan.load(id),
  operations: ({ id }, args, { loaders }) => {
    const page = loaders.operationsOfPlan.load({ id, ...pageRequest(args) });
    return connection(page, () => loaders.operationCountOfPlan.load(id));
  },
  viewerCan: async (record, _args, context) => {
    const { verdict, expiresAt, createdBy } = record;
    const may = mayDo(context.actor.role, 'CHANGE') && !(await hasPassed(expiresAt, context));
    const executable = (verdict === 'RESTORABLE' || verdict === 'RESTORABLE_WITH_LOSS') && hasExecutor(record);
    return { execute: may && executable, approve: may && createdBy !== context.actor.name };
  },
};
