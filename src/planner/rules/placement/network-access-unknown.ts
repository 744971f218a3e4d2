import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const networkAccessUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'network.access-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a network can be reached',
  statements: [],
  citation: vim('NetworkSummary.accessible'),
  remedy: 'Refresh the site, or leave the adapter disconnected.',
  check: ({ networks, site, target }) =>
    networks
      .filter(({ network }) => target.mode === 'NEW_VM' && network?.accessible === 'UNKNOWN')
      .map(({ adapter, network }) => ({
        subject: `network:${adapter.deviceKey}`,
        explanation:
          `${adapter.label ?? `Adapter ${adapter.deviceKey}`}: ` +
          `whether ${network?.name} of ${site.name} can be reached is not known.`,
      })),
};
