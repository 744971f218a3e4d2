import type { AuditEntryResolvers } from '../generated/resolver-types.js';

export const AuditEntry: AuditEntryResolvers = {
  detail: ({ detail }) => JSON.stringify(detail),
};
