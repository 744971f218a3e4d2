import { CancelOperationDocument } from '../generated/operations.js';
import type { CancelOperationMutation } from '../generated/operations.js';
import type { GraphqlClient } from './graphql-client.js';

export async function cancelOperation(
  client: GraphqlClient,
  operationId: string,
): Promise<CancelOperationMutation['cancelOperation']> {
  return (await client.request(CancelOperationDocument, { input: { operationId } })).cancelOperation;
}
