import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const approvalsNeeded: VsphereRule = {
  kind: 'FINDING',
  id: 'approval.needed',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The plan must be approved before it is executed',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Ask for the approvals; each is bound to the digest of this plan.',
  check: ({ facts }) =>
    facts.policy.approvalsNeeded > 0
      ? [{ subject: 'vm', explanation: `Approvals needed: ${facts.policy.approvalsNeeded}.` }]
      : [],
};
