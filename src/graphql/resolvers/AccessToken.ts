import type { AccessTokenResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';

export const AccessToken: AccessTokenResolvers = {
  id: ({ id }) => toGlobalId('AccessToken', id),
};
