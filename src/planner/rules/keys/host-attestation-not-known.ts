import { providersInUse } from '../../vsphere/providers-in-use.js';
import { securityGuide } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostAttestationNotKnown: HostRule = {
  kind: 'HOST',
  id: 'host.attestation-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether a host is attested is not known',
  statements: ['S36'],
  citation: securityGuide('vSphere Trust Authority: only attested hosts get keys'),
  remedy: 'Ask the attestation service for the state of the host.',
  reject: (context, host) =>
    host.attestation !== 'accepted' &&
    host.attestation !== 'notAccepted' &&
    providersInUse(context).some(({ type }) => type === 'TRUST_AUTHORITY')
      ? `Whether host ${host.name} is attested is not known (${host.attestation ?? 'never asked'}).`
      : null,
};
