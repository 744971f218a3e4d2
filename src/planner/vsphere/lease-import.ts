import type { Answer } from '../facts/section.js';
import type { DiskSituation, Situation } from './context.js';
import { encryptionWhenWritten } from './written-disk.js';

/** A lease imports a whole VM: whether its home or this disk is encrypted while it does. */
export function importsEncrypted(situation: Situation, disk: DiskSituation): Answer {
  const { point, target } = situation;
  const home = point.encryption === 'ENCRYPTED' && target.consents.clear ? 'NOT_ENCRYPTED' : point.encryption;
  const ofDisk = encryptionWhenWritten(situation, disk);
  if (home === 'ENCRYPTED' || ofDisk === 'ENCRYPTED') return 'YES';
  return home === 'UNKNOWN' || ofDisk === 'UNKNOWN' ? 'UNKNOWN' : 'NO';
}
