import { vim } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const httpNfcHostReachUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HTTP_NFC'],
  id: 'http-nfc.host-reach-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether an executor reaches the hosts on the lease port',
  statements: [],
  citation: vim('HttpNfcLease.info.deviceUrl'),
  remedy: 'Let the executor try the hosts on 443 and report again.',
  reject: ({ site }, { executor }) =>
    executor.fact.proxy.reachesHostWeb === 'UNKNOWN'
      ? `Whether executor ${executor.name} reaches the hosts of ${site.name} on 443 is not known.`
      : null,
};
