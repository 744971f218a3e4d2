import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostInMaintenance: HostRule = {
  kind: 'HOST',
  id: 'host.in-maintenance',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host is in maintenance mode',
  statements: [],
  citation: vim('HostRuntimeInfo.inMaintenanceMode'),
  remedy: 'Take the host out of maintenance mode, or let another one take the VM.',
  reject: (_context, host) => (host.inMaintenance === 'YES' ? `Host ${host.name} is in maintenance mode.` : null),
};
