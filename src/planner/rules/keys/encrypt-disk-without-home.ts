import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyEncryptDiskWithoutHome: VsphereRule = {
  kind: 'FINDING',
  id: 'key.encrypt-disk-without-home',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A disk is to be encrypted and the VM home is not',
  statements: [],
  citation: vim('VirtualDeviceConfigSpec.backing.crypto'),
  remedy: 'Name an encryption policy for the VM home as well.',
  check: (context) =>
    context.keys.home.way === 'ENCRYPT'
      ? []
      : keyDecisionsOf(context)
          .filter(({ subject, decision }) => subject !== 'vm' && decision.way === 'ENCRYPT')
          .map(({ subject }) => ({
            subject,
            explanation:
              'It is to be encrypted after the restore, and the VM home stays clear: vSphere encrypts no disk ' +
              'of a clear VM.',
          })),
};
