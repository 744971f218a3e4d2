import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const purposeUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'identity.purpose-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody said whether the VM replaces its original or stands beside it',
  statements: [],
  citation: own('Replacement or copy'),
  remedy: 'Answer once: a replacement keeps UUIDs and MAC addresses, a copy gets new ones and starts disconnected.',
  check: ({ target, point }) =>
    target.mode === 'NEW_VM' && target.purpose === 'UNKNOWN'
      ? [{ subject: 'vm', explanation: `Whether ${target.placement.name} replaces ${point.vmName} was not said.` }]
      : [],
};
