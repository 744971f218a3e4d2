import type { ExecutorResolvers } from '../generated/resolver-types.js';
import { isAlive } from '../executor-life.js';
import { toGlobalId } from '../global-id.js';

export const Executor: ExecutorResolvers = {
  id: ({ id }) => toGlobalId('Executor', id),
  alive: async (executor, _args, { loaders }) => isAlive(executor, (await loaders.executorSurvey.load('')).now),
  engineAvailable: ({ engine }) => engine === 'AVAILABLE',
  locations: ({ locations, observedAt }) => locations.map((location) => ({ ...location, observedAt })),
};
