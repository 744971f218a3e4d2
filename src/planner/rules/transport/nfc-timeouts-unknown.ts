import { executorsOf } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nfcTimeoutsUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'nfc.timeouts-unknown',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Nobody knows whether the library of an executor runs with NFC time-outs',
  statements: ['S23'],
  citation: tips('Specify default NFC timeouts in the configuration file'),
  remedy: 'Let the executor report its configuration again.',
  check: ({ ways }) =>
    executorsOf(ways, 'NBDSSL', 'NBD')
      .filter(({ fact }) => fact.proxy.nfcTimeouts === 'UNKNOWN')
      .map((executor) => ({
        subject: executor.subject,
        explanation:
          `Whether executor ${executor.name} sets NFC time-outs is not known; ` +
          'without them older hosts hold disks open.',
      })),
};
