import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { policyText } from '../../vsphere/policy-hits.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const policyMayEncrypt: VsphereRule = {
  kind: 'FINDING',
  id: 'policy.may-encrypt',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Whether a storage policy encrypts what was clear is not known',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Refresh the storage policies of the site, or name another policy in the request.',
  check: (context) =>
    keyDecisionsOf(context)
      .filter(
        ({ decision, policy }) =>
          context.target.mode === 'NEW_VM' && decision.way === 'NONE' && policy.policy?.encrypts === 'UNKNOWN',
      )
      .map(({ subject, policy }) => ({
        subject,
        explanation:
          `It was clear, and whether storage policy ${policyText(policy)} would encrypt it is not known: ` +
          'the policy is left out.',
      })),
};
