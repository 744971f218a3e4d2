import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

const KNOWN: ReadonlySet<string> = new Set(['connected', 'disconnected', 'notResponding']);

export const hostConnectionUnknown: HostRule = {
  kind: 'HOST',
  id: 'host.connection-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a host is connected',
  statements: [],
  citation: vim('HostSystemConnectionState'),
  remedy: 'Refresh the site.',
  reject: (_context, host) =>
    KNOWN.has(host.connectionState) ? null : `The connection of host ${host.name} is "${host.connectionState}".`,
};
