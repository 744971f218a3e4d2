import { executorEngineUnavailable } from './engine-unavailable.js';
import { executorNoneKnown } from './none-known.js';
import { executorNotHeardOf } from './not-heard-of.js';
import { executorRepositoryNotPresent } from './repository-not-present.js';
import type { CommonFacts } from '../../facts.js';
import type { FindingRule, RejectionRule } from '../rule.js';

/** About the executors, whatever the target. */
export const EXECUTOR_RULES: readonly FindingRule<CommonFacts>[] = [executorNoneKnown];

/** What rules an executor out, whatever the target. */
export const EXECUTOR_REJECTIONS: readonly RejectionRule<CommonFacts>[] = [
  executorEngineUnavailable,
  executorNotHeardOf,
  executorRepositoryNotPresent,
];
