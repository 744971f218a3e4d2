import type { OperationEventResolvers } from '../generated/resolver-types.js';

export const OperationEvent: OperationEventResolvers = {
  state: ({ payload }) => payload.state ?? null,
  diskState: ({ payload }) => payload.diskState ?? null,
  phase: ({ payload }) => payload.phase ?? null,
  percent: ({ payload }) => payload.percent ?? null,
  bytesDone: ({ payload }) => payload.bytesDone ?? null,
  bytesTotal: ({ payload }) => payload.bytesTotal ?? null,
  deviceKey: ({ payload }) => payload.deviceKey ?? null,
  message: ({ payload }) => payload.message ?? null,
};
