import { nfcLimit } from '../../vsphere/plan-streams.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const transportNoStreamAllowed: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['SAN', 'NBDSSL', 'NBD'],
  id: 'transport.no-stream-allowed',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The limits leave no stream to a host',
  statements: [],
  citation: guide('NFC session connection limits'),
  remedy: 'Raise the limit of streams in the policy, or give the host memory for NFC sessions.',
  reject: ({ facts, host }, { transport }) => {
    const { sanStreamsPerHostMax, nbdStreamsPerHostMax } = facts.policy;
    if (transport === 'SAN')
      return sanStreamsPerHostMax >= 1 ? null : `The policy allows ${sanStreamsPerHostMax} SAN streams.`;
    const limit = host === null ? null : nfcLimit(nbdStreamsPerHostMax, host.nfcMemoryBytes);
    return limit === null || limit >= 1 ? null : `Policy and NFC memory allow ${limit} streams on host ${host?.name}.`;
  },
};
