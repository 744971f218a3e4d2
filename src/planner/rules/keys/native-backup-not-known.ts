import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNativeBackupNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.native-backup-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the native key provider was backed up is not known',
  statements: [],
  citation: vim('KmipClusterInfo.hasBackup'),
  remedy: 'Refresh the site with an account that may read key providers (Cryptographer.ReadKeyServersInfo).',
  check: (context) =>
    keyHits(
      context,
      'NATIVE_BACKUP_NOT_KNOWN',
      ({ keyId, providerId }) =>
        `Whether native provider "${providerId}" was backed up is not known; without that key ${keyId} cannot be used.`,
    ),
};
