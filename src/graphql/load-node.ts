import { requirePermission } from './access.js';
import type { RequestContext } from './context.js';
import type { ResolversInterfaceTypes, ResolversTypes } from './generated/resolver-types.js';
import { parseGlobalId } from './global-id.js';
import type { NodeType } from './global-id.js';

type AnyNode = ResolversInterfaceTypes<ResolversTypes>['Node'];
type NodeRecord = { readonly id: string };
type Load = (context: RequestContext, id: string) => Promise<NodeRecord | null>;

/** Each kind of node with the root field whose permission it takes to read one. */
const NODES: Readonly<Record<NodeType, { readonly asField: string; readonly load: Load }>> = {
  Site: { asField: 'Query.site', load: ({ loaders }, id) => loaders.site.load(id) },
  Vm: { asField: 'Query.vm', load: ({ loaders }, id) => loaders.vm.load(id) },
  RestorePoint: { asField: 'Query.restorePoint', load: ({ loaders }, id) => loaders.restorePoint.load(id) },
  Executor: { asField: 'Query.executors', load: ({ loaders }, id) => loaders.executor.load(id) },
  RestorePlan: { asField: 'Query.restorePlan', load: ({ loaders }, id) => loaders.restorePlan.load(id) },
  AccessToken: { asField: 'Query.accessTokens', load: ({ loaders }, id) => loaders.accessToken.load(id) },
  Operation: { asField: 'Query.operation', load: ({ loaders }, id) => loaders.operation.load(id) },
};

/** Anything by its global id, with the permission that its own root field takes; null for ids that name nothing. */
export async function loadNode(context: RequestContext, globalId: string): Promise<AnyNode | null> {
  const parts = parseGlobalId(globalId);
  if (parts === undefined) return null;
  const { asField, load } = NODES[parts.type];
  requirePermission(context.actor, asField);
  const record = await load(context, parts.id);
  return record === null ? null : ({ ...record, __typename: parts.type } as NodeRecord as AnyNode);
}
