import { remediesOf } from '../../usecases/plan-document.js';
import type { PlanRestorePayloadResolvers } from '../generated/resolver-types.js';

export const PlanRestorePayload: PlanRestorePayloadResolvers = {
  facts: ({ facts }) => (facts === null ? null : JSON.stringify(facts)),
  remedies: ({ facts }) => (facts === null ? null : remediesOf(facts)),
};
