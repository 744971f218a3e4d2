import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const homeEncryptionUnknown: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'home.encryption-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the VM was encrypted',
  statements: ['S40'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'Encrypted virtual machines: keyId and encryption.bundle not saved',
    checked: '2026-11-22',
  },
  remedy: 'Record or capture the point again with a complete ConfigInfo, which proves it either way.',
  check: (facts) =>
    facts.restorePoint.encryption === 'UNKNOWN'
      ? [{ subject: 'vm', explanation: 'The ConfigInfo is not complete enough to tell whether the VM was encrypted.' }]
      : [],
};
