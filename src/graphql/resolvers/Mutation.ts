import { approvePlan } from '../../usecases/approve-plan.js';
import { cancelOperation } from '../../usecases/cancel-operation.js';
import { captureRestorePoint } from '../../usecases/capture-restore-point.js';
import { collectGarbage } from '../../usecases/collect-garbage.js';
import { createAccessToken } from '../../usecases/create-access-token.js';
import { deleteRestorePoint } from '../../usecases/delete-restore-point.js';
import { executePlan } from '../../usecases/execute-plan.js';
import { planRestore } from '../../usecases/plan-restore.js';
import { recordProxyFacts } from '../../usecases/record-proxy-facts.js';
import { recordRestorePoint } from '../../usecases/record-restore-point.js';
import { recordSiteFacts } from '../../usecases/record-site-facts.js';
import { retryOperation } from '../../usecases/retry-operation.js';
import { revokeAccessToken } from '../../usecases/revoke-access-token.js';
import { scrubRepository } from '../../usecases/scrub-repository.js';
import { setPlanningPolicy } from '../../usecases/set-planning-policy.js';
import { verifyRestorePoint } from '../../usecases/verify-restore-point.js';
import { refusal } from '../../domain/user-error.js';
import { inputId } from '../arguments.js';
import type { MutationResolvers } from '../generated/resolver-types.js';
import { toCaptureInput } from '../capture-input.js';
import { toPlanInput } from '../plan-input.js';

export const Mutation: MutationResolvers = {
  recordRestorePoint: (_parent, { input }, { ports, actor }) => recordRestorePoint(ports, actor, input),
  captureRestorePoint: async (_parent, { input }, { ports, actor }) => {
    const read = toCaptureInput(input);
    if ('refusals' in read) return { restorePoint: null, operation: null, userErrors: read.refusals };
    return captureRestorePoint(ports, actor, read.input);
  },
  verifyRestorePoint: async (_parent, { input }, { ports, actor }) => {
    const restorePointId = inputId(input.restorePointId, 'RestorePoint', ['restorePointId']);
    if (typeof restorePointId !== 'string') return { operation: null, userErrors: [restorePointId] };
    return verifyRestorePoint(ports, actor, { restorePointId });
  },
  scrubRepository: (_parent, { input }, { ports, actor }) =>
    scrubRepository(ports, actor, {
      repository: input.repository ?? ports.repository,
      sharePercent: input.sharePercent ?? 5,
    }),
  collectGarbage: (_parent, { input }, { ports, actor }) =>
    collectGarbage(ports, actor, {
      repository: input.repository ?? ports.repository,
      dryRun: input.dryRun ?? true,
      minimumAgeHours: input.minimumAgeHours ?? 24,
      confirmRepository: input.confirmRepository,
    }),
  deleteRestorePoint: async (_parent, { input }, { ports, actor }) => {
    const restorePointId = inputId(input.restorePointId, 'RestorePoint', ['restorePointId']);
    if (typeof restorePointId !== 'string') return { restorePoint: null, userErrors: [restorePointId] };
    return deleteRestorePoint(ports, actor, { ...input, restorePointId });
  },
  planRestore: async (_parent, { input }, { ports, actor }) => {
    const planInput = toPlanInput(input);
    if ('code' in planInput) return { plan: null, facts: null, userErrors: [planInput] };
    return planRestore(ports, actor, planInput);
  },
  recordSiteFacts: (_parent, { input }, { ports, actor }) => {
    if (input.kind === 'UNREGISTERED') {
      const message = 'A site cannot be made unregistered; leave the kind out to keep it.';
      return { site: null, userErrors: [refusal('INVALID_INPUT', message, { path: ['kind'] })] };
    }
    return recordSiteFacts(ports, actor, { ...input, kind: input.kind });
  },
  recordProxyFacts: (_parent, { input }, { ports, actor }) => recordProxyFacts(ports, actor, input),
  setPlanningPolicy: (_parent, { input }, { ports, actor }) => setPlanningPolicy(ports, actor, input),
  approvePlan: async (_parent, { input }, { ports, actor }) => {
    const planId = inputId(input.planId, 'RestorePlan', ['planId']);
    if (typeof planId !== 'string') return { plan: null, userErrors: [planId] };
    return approvePlan(ports, actor, { ...input, planId });
  },
  executePlan: async (_parent, { input }, { ports, actor }) => {
    const planId = inputId(input.planId, 'RestorePlan', ['planId']);
    if (typeof planId !== 'string') return { operation: null, alreadyStarted: false, userErrors: [planId] };
    return executePlan(ports, actor, { ...input, planId });
  },
  cancelOperation: async (_parent, { input }, { ports, actor }) => {
    const operationId = inputId(input.operationId, 'Operation', ['operationId']);
    if (typeof operationId !== 'string') return { operation: null, userErrors: [operationId] };
    return cancelOperation(ports, actor, { operationId });
  },
  retryOperation: async (_parent, { input }, { ports, actor }) => {
    const operationId = inputId(input.operationId, 'Operation', ['operationId']);
    if (typeof operationId !== 'string') return { operation: null, userErrors: [operationId] };
    return retryOperation(ports, actor, { operationId });
  },
  createAccessToken: (_parent, { input }, { ports, actor }) => createAccessToken(ports, actor, input),
  revokeAccessToken: async (_parent, { input }, { ports, actor }) => {
    const accessTokenId = inputId(input.accessTokenId, 'AccessToken', ['accessTokenId']);
    if (typeof accessTokenId !== 'string') return { accessToken: null, userErrors: [accessTokenId] };
    return revokeAccessToken(ports, actor, { accessTokenId });
  },
};
