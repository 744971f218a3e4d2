import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { policyText } from '../../vsphere/policy-hits.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const policyWouldEncrypt: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.would-encrypt',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A storage policy would encrypt what comes back clear',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Consent to encryption if it is wanted; else name a policy that does not encrypt.',
  check: (context) =>
    keyDecisionsOf(context)
      .filter(
        ({ decision, policy }) =>
          context.target.mode === 'NEW_VM' &&
          (decision.way === 'NONE' || decision.way === 'CLEAR') &&
          policy.policy?.encrypts === 'YES' &&
          // What was encrypted and comes back clear by consent has lost its captured policy with it.
          (decision.way === 'NONE' || policy.how === 'REQUESTED'),
      )
      .map(({ subject, policy }) => ({
        subject,
        explanation: `It comes back clear, so storage policy ${policyText(policy)}, which encrypts, is left out.`,
      })),
};
