import { usesKeys } from '../../vsphere/providers-in-use.js';
import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

const KNOWN: ReadonlySet<string> = new Set(['safe', 'prepared', 'incapable', 'pendingIncapable']);

export const hostCryptoStateNotKnown: HostRule = {
  kind: 'HOST',
  id: 'host.crypto-state-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether a host can take keys is not known',
  statements: ['S36'],
  citation: vim('HostSystem.runtime.cryptoState'),
  remedy: 'Refresh the site.',
  reject: (context, host) =>
    !KNOWN.has(host.cryptoState) && usesKeys(context)
      ? `The crypto state of host ${host.name} is "${host.cryptoState}".`
      : null,
};
