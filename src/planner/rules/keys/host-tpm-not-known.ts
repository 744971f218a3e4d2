import { providersInUse } from '../../vsphere/providers-in-use.js';
import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostTpmNotKnown: HostRule = {
  kind: 'HOST',
  id: 'host.tpm-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether a host has the TPM that a key provider wants is not known',
  statements: [],
  citation: vim('KmipClusterInfo.tpmRequired'),
  remedy: 'Refresh the site.',
  reject: (context, host) => {
    const unsure = providersInUse(context).find(
      ({ tpmRequired }) =>
        (tpmRequired === 'UNKNOWN' && host.tpm !== 'YES') || (tpmRequired === 'YES' && host.tpm === 'UNKNOWN'),
    );
    return unsure === undefined
      ? null
      : `Whether provider "${unsure.providerId}" wants a TPM and ${host.name} has one is not known.`;
  },
};
