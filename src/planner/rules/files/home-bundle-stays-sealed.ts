import type { LocalFilesFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const homeBundleStaysSealed: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'home.bundle-stays-sealed',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'Local files do not carry the encryption of the VM home',
  statements: ['S34'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'Encrypted virtual machines: keyId and encryption.bundle',
    checked: '2026-11-22',
  },
  remedy:
    'Restore into a vCenter that reaches the key provider to get the same encrypted VM; from these files it ' +
    'can only come back clear.',
  check: (facts) =>
    facts.restorePoint.encryption === 'ENCRYPTED'
      ? [
          {
            subject: 'vm',
            explanation:
              'The VM was encrypted. Its key id and encryption.bundle stay sealed in the catalog and are ' +
              'not written to ' +
              'local files, so these files alone cannot become the same encrypted VM.',
          },
        ]
      : [],
};
