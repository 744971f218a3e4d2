import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const networkMatchedByName: VsphereRule = {
  kind: 'FINDING',
  id: 'network.matched-by-name',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A distributed network of another vCenter was matched by its name',
  statements: [],
  citation: vim('DistributedVirtualSwitchPortConnection'),
  remedy: 'Look whether the network of that name is the right one; name it in the request to be sure.',
  check: ({ networks, target, point, site }) =>
    networks
      .filter(({ how, adapter }) => target.mode === 'NEW_VM' && how === 'BY_NAME' && adapter.networkKind !== 'STANDARD')
      .map(({ adapter, network }) => ({
        subject: `network:${adapter.deviceKey}`,
        explanation:
          `${adapter.label ?? `Adapter ${adapter.deviceKey}`} of ${point.vmName} goes to ${network?.name} of ` +
          `${site.name} by its name; port and connection are made anew.`,
      })),
};
