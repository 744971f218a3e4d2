import { encryptedByRequest, policyText } from '../../vsphere/policy-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyPolicyNamesOtherProvider: VsphereRule = {
  kind: 'FINDING',
  id: 'key.policy-names-other-provider',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The storage policy names another key provider than the key',
  statements: ['S39'],
  citation: vim('VirtualMachineDefinedProfileSpec with CryptoSpecEncrypt'),
  remedy: 'Name a policy that names no provider, or the provider of the key.',
  check: (context) =>
    encryptedByRequest(context)
      .filter(
        ({ policy, decision }) =>
          (policy.policy?.keyProviderId ?? null) !== null && policy.policy?.keyProviderId !== decision.providerId,
      )
      .map(({ subject, policy, decision }) => ({
        subject,
        explanation:
          `Storage policy ${policyText(policy)} names provider "${policy.policy?.keyProviderId}", and key ` +
          `${decision.keyId} is of "${decision.providerId}": which of them vSphere obeys is not known.`,
      })),
};
