import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const networkNotAccessible: VsphereRule = {
  kind: 'FINDING',
  id: 'network.not-accessible',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A network of the VM cannot be reached',
  statements: [],
  citation: vim('NetworkSummary.accessible'),
  remedy: 'Bring the network back, name another one, or leave the adapter disconnected.',
  check: ({ networks, site, target }) =>
    networks
      .filter(({ network }) => target.mode === 'NEW_VM' && network?.accessible === 'NO')
      .map(({ adapter, network }) => ({
        subject: `network:${adapter.deviceKey}`,
        explanation:
          `${adapter.label ?? `Adapter ${adapter.deviceKey}`}: ` + `no host of ${site.name} reaches ${network?.name}.`,
      })),
};
