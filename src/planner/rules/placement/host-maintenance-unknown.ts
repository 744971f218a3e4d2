import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostMaintenanceUnknown: HostRule = {
  kind: 'HOST',
  id: 'host.maintenance-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a host is in maintenance mode',
  statements: [],
  citation: vim('HostRuntimeInfo.inMaintenanceMode'),
  remedy: 'Refresh the site.',
  reject: (_context, host) =>
    host.inMaintenance === 'UNKNOWN' ? `Whether host ${host.name} is in maintenance mode is not known.` : null,
};
