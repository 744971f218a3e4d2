import { executorsOf } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nfcTimeoutsOff: VsphereRule = {
  kind: 'FINDING',
  id: 'nfc.timeouts-off',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The library of an executor runs without NFC time-outs',
  statements: ['S23'],
  citation: tips('Specify default NFC timeouts in the configuration file'),
  remedy:
    'Set the time-outs again: 3 min for accept and request, 1 min for read, 10 min for write, 0 for ' +
    'the two nfcFssrvr ones.',
  check: ({ ways }) =>
    executorsOf(ways, 'NBDSSL', 'NBD')
      .filter(({ fact }) => fact.proxy.nfcTimeouts === 'OFF')
      .map((executor) => ({
        subject: executor.subject,
        explanation:
          `After a failure of executor ${executor.name} older hosts hold the disks open ` +
          'until vpxa or hostd restarts.',
      })),
};
