import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostNotConnected: HostRule = {
  kind: 'HOST',
  id: 'host.not-connected',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host is not connected',
  statements: [],
  citation: vim('HostSystemConnectionState'),
  remedy: 'Connect the host again, or choose another one.',
  reject: (_context, host) =>
    host.connectionState === 'disconnected' || host.connectionState === 'notResponding'
      ? `Host ${host.name} is ${host.connectionState}.`
      : null,
};
