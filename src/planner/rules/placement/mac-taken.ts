import { runs, sharersOf } from '../../vsphere/identity-sharers.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const macTaken: VsphereRule = {
  kind: 'FINDING',
  id: 'identity.mac-taken',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Another VM that is off has a MAC address of the VM',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.uuid, instanceUuid'),
  remedy: 'Keep one of the two off, or give it another address.',
  check: (context) =>
    sharersOf(context)
      .macAddresses.filter(({ by }) => !context.target.powerOn || !runs(by))
      .map(({ deviceKey, mac, by }) => ({
        subject: `network:${deviceKey}`,
        explanation: `${mac} is that of ${by.name} too.`,
      })),
};
