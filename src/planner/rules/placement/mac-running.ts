import { runs, sharersOf } from '../../vsphere/identity-sharers.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const macRunning: VsphereRule = {
  kind: 'FINDING',
  id: 'identity.mac-running',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A VM that is not off has a MAC address of the VM to start',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.uuid, instanceUuid'),
  remedy: 'Power the other VM off, leave the adapter disconnected, or restore as a copy, which gets new addresses.',
  check: (context) => {
    const connected = new Set(
      context.networks.filter(({ network }) => network !== null).map(({ adapter }) => adapter.deviceKey),
    );
    return sharersOf(context)
      .macAddresses.filter(({ by, deviceKey }) => context.target.powerOn && runs(by) && connected.has(deviceKey))
      .map(({ deviceKey, mac, by }) => ({
        subject: `network:${deviceKey}`,
        explanation: `${mac} is that of ${by.name} (${by.powerState}) too.`,
      }));
  },
};
