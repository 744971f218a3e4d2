import { whyNothingMoves } from '../executor-life.js';
import type { RequestContext } from '../context.js';
import type { ViewerResolvers } from '../generated/resolver-types.js';

async function movingNotes({ loaders, ports }: RequestContext): Promise<string[]> {
  return whyNothingMoves(await loaders.executorList.load(''), ports.clock.now());
}

export const Viewer: ViewerResolvers = {
  serviceVersion: (_viewer, _args, { serviceVersion }) => serviceVersion,
  capabilities: async (_viewer, _args, context) =>
    (await movingNotes(context)).length === 0 ? ['PLAN', 'MOVE_DATA'] : ['PLAN'],
  capabilityNotes: (_viewer, _args, context) => movingNotes(context),
};
