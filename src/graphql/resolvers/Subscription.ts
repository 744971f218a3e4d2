import { requireId } from '../arguments.js';
import type { SubscriptionResolvers } from '../generated/resolver-types.js';
import { followOperation } from '../subscriptions.js';

export const Subscription: SubscriptionResolvers = {
  operationEvents: {
    subscribe: (_parent, { operationId, after }, context) =>
      followOperation(context, requireId(operationId, 'Operation', 'operationId'), after ?? 0),
  },
};
