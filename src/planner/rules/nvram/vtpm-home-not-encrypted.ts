import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmHomeNotEncrypted: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.home-not-encrypted',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The point says virtual TPM and not encrypted, which cannot both be true',
  statements: [],
  citation: guide('Virtual TPM: hardware version 14, UEFI, encrypted home'),
  remedy: 'Record the point again with a complete ConfigInfo: most likely key id and bundle were not saved.',
  check: ({ point }) =>
    point.vtpm === 'PRESENT' && point.encryption === 'NOT_ENCRYPTED'
      ? [
          {
            subject: 'vtpm',
            explanation: 'A VM with a virtual TPM has an encrypted home; this point says that it had none.',
          },
        ]
      : [],
};
