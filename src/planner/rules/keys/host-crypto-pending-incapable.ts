import { usesKeys } from '../../vsphere/providers-in-use.js';
import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostCryptoPendingIncapable: HostRule = {
  kind: 'HOST',
  id: 'host.crypto-pending-incapable',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host must be restarted before it takes keys',
  statements: ['S36'],
  citation: vim('HostSystem.runtime.cryptoState: pendingIncapable'),
  remedy: 'Restart the host, or choose another one.',
  reject: (context, host) =>
    host.cryptoState === 'pendingIncapable' && usesKeys(context)
      ? `Host ${host.name} is leaving crypto mode (pendingIncapable) and takes no key before a restart.`
      : null,
};
