import { whyNothingMoves } from '../executor-life.js';
import type { RequestContext } from '../context.js';
import type { ViewerResolvers } from '../generated/resolver-types.js';

async function movingNotes({ loaders }: RequestContext): Promise<string[]> {
  const { executors, now } = await loaders.executorSurvey.load('');
  return whyNothingMoves(executors, now);
}

export const Viewer: ViewerResolvers = {
  serviceVersion: (_viewer, _args, { serviceVersion }) => serviceVersion,
  capabilities: async (_viewer, _args, context) =>
    (await movingNotes(context)).length === 0 ? ['PLAN', 'MOVE_DATA'] : ['PLAN'],
  capabilityNotes: (_viewer, _args, context) => movingNotes(context),
};
