import type { ExecutorResolvers } from '../generated/resolver-types.js';
import { isAlive } from '../executor-life.js';
import { toGlobalId } from '../global-id.js';

export const Executor: ExecutorResolvers = {
  id: ({ id }) => toGlobalId('Executor', id),
  alive: (executor, _args, { ports }) => isAlive(executor, ports.clock.now()),
  engineAvailable: ({ engine }) => engine === 'AVAILABLE',
  locations: ({ locations, observedAt }) => locations.map((location) => ({ ...location, observedAt })),
};
