import { own } from '../citations.js';
import type { RuleHit, VsphereRule } from '../rule.js';

export const inPlaceEncryptionAdded: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.encryption-added',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'What was clear is written to an encrypted VM',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Nothing need be done if the VM shall stay encrypted; else restore as a new VM.',
  check: ({ target, machine, point, disks }) => {
    if (target.mode !== 'IN_PLACE' || machine === null) return [];
    const hits: RuleHit[] = [];
    if (point.encryption === 'NOT_ENCRYPTED' && machine.encryption === 'ENCRYPTED') {
      hits.push({ subject: 'vm', explanation: `The VM was clear, and ${machine.name} is encrypted now; it stays so.` });
    }
    for (const { disk, written, subject } of disks) {
      if (disk.encryption !== 'NOT_ENCRYPTED' || written?.encryption !== 'ENCRYPTED') continue;
      hits.push({
        subject,
        explanation: `${disk.label} was clear and overwrites ${written.label}, which is encrypted.`,
      });
    }
    return hits;
  },
};
