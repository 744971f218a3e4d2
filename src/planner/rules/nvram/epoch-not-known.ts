import { isEpochUndecided } from '../../vsphere/decide-nvram.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nvramEpochNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'nvram.epoch-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether key id, bundle and NVRAM are of one moment is not known',
  statements: ['S38'],
  citation: tips('NVRAM is sealed by encryption.bundle, which keyId seals'),
  remedy:
    'Choose a point that proves it (key id and bundle read again after the NVRAM), or consent to ' +
    'leaving the NVRAM behind.',
  check: (context) => (isEpochUndecided(context) ? [{ subject: 'nvram', explanation: context.nvram.reason }] : []),
};
