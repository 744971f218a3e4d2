import { isThick } from '../../vsphere/transport-order.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const sanThinByRequest: VsphereRule = {
  kind: 'FINDING',
  id: 'san.thin-by-request',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A thin disk goes by SAN because that was asked for',
  statements: ['S02', 'S03'],
  citation: tips('SAN transport is not always the best choice for restores'),
  remedy: 'Leave SAN out of the transport preference: NBDSSL is usually faster for a thin disk.',
  check: ({ ways }) =>
    ways
      .filter(({ transport, situation }) => transport === 'SAN' && !isThick(situation.provisioning))
      .map(({ situation }) => ({
        subject: situation.subject,
        explanation:
          `${situation.disk.label} is ${situation.provisioning === 'THIN' ? 'thin' : 'perhaps thin'}: ` +
          'SAN asks twice for each of its blocks.',
      })),
};
