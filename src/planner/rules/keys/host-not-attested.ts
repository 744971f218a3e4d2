import { providersInUse } from '../../vsphere/providers-in-use.js';
import { securityGuide } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostNotAttested: HostRule = {
  kind: 'HOST',
  id: 'host.not-attested',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host is not attested, and its keys come from a Trust Authority',
  statements: ['S36'],
  citation: securityGuide('vSphere Trust Authority: only attested hosts get keys'),
  remedy:
    'Bring the host to attestation (boot chain, firmware and image as the Trust Authority knows ' +
    'them), or choose another.',
  reject: (context, host) =>
    host.attestation === 'notAccepted' && providersInUse(context).some(({ type }) => type === 'TRUST_AUTHORITY')
      ? `Host ${host.name} was not accepted by the attestation service; it gets no keys.`
      : null,
};
