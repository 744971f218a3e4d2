import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const networkUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'network.unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows the networks of the target',
  statements: [],
  citation: own('Unknown is a verdict of its own'),
  remedy: 'Refresh the site, or leave the adapter disconnected.',
  check: ({ networks, site, target }) =>
    networks
      .filter(({ how }) => how === 'UNKNOWN' && target.mode === 'NEW_VM')
      .map(({ adapter }) => ({
        subject: `network:${adapter.deviceKey}`,
        explanation: `${adapter.label ?? `Adapter ${adapter.deviceKey}`}: the networks of ${site.name} are not known.`,
      })),
};
