import { providersInUse } from '../../vsphere/providers-in-use.js';
import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostTpmMissing: HostRule = {
  kind: 'HOST',
  id: 'host.tpm-missing',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A key provider wants hosts with a TPM, and a host has none',
  statements: [],
  citation: vim('KmipClusterInfo.tpmRequired'),
  remedy: 'Choose a host with a TPM.',
  reject: (context, host) => {
    const strict = providersInUse(context).find(({ tpmRequired }) => tpmRequired === 'YES');
    return strict !== undefined && host.tpm === 'NO'
      ? `Provider "${strict.providerId}" gives keys only to hosts with a TPM, and ${host.name} has none.`
      : null;
  },
};
