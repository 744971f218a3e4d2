import { vim } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const httpNfcHostNotReached: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'EXECUTOR',
  transports: ['HTTP_NFC'],
  id: 'http-nfc.host-not-reached',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'An executor does not reach the hosts on the lease port',
  statements: [],
  citation: vim('HttpNfcLease.info.deviceUrl'),
  remedy: 'Open TCP port 443 from the executor to the hosts, or use an executor that reaches them.',
  reject: ({ site }, { executor }) =>
    executor.fact.proxy.reachesHostWeb === 'NO'
      ? `Executor ${executor.name} does not reach the hosts of ${site.name} on 443.`
      : null,
};
