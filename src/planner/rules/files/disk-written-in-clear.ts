import type { LocalFilesFacts } from '../../facts.js';
import { requestedDisks } from '../../requested-disks.js';
import type { FindingRule } from '../rule.js';

export const diskWrittenInClear: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'disk.written-in-clear',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'An encrypted disk is written in clear',
  statements: [],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'Encrypted virtual machines: keyId and encryption.bundle',
    checked: '2026-11-22',
  },
  remedy: 'Restore to a location that is itself encrypted, and remove the files when they have served.',
  check: (facts) => {
    const encrypted = requestedDisks(facts).filter((disk) => disk.key !== null && disk.dataState === 'CAPTURED');
    return encrypted.map((disk) => ({
      subject: `disk:${disk.deviceKey}`,
      explanation: `${disk.label} was encrypted in vSphere; local files hold its blocks in clear.`,
    }));
  },
};
