import type { DiskSituation, Situation } from './context.js';

/**
 * What the blocks are written into. A disk that is to be encrypted afterwards is clear while it is written; one that
 * comes back clear with consent is made clear.
 */
export function encryptionWhenWritten(
  { target }: Situation,
  { disk, written }: DiskSituation,
): 'ENCRYPTED' | 'CLEAR' | 'UNKNOWN' {
  const inPlace = target.mode === 'IN_PLACE';
  const encryption = inPlace ? (written?.encryption ?? 'UNKNOWN') : disk.encryption;
  if (encryption === 'UNKNOWN') return 'UNKNOWN';
  if (encryption === 'NOT_ENCRYPTED') return 'CLEAR';
  return !inPlace && target.consents.clear ? 'CLEAR' : 'ENCRYPTED';
}

export function busWhenWritten({ target }: Situation, { disk, written }: DiskSituation): DiskSituation['disk']['bus'] {
  return target.mode === 'IN_PLACE' ? (written?.bus ?? 'UNKNOWN') : disk.bus;
}

/** Disk mode in the words of vim25; null when not told. */
export function diskModeWhenWritten({ target }: Situation, { disk, written }: DiskSituation): string | null {
  return target.mode === 'IN_PLACE' ? (written?.diskMode ?? null) : disk.diskMode;
}

/** How a disk is called in sentences about where it goes. */
export function placeName({ place }: DiskSituation): string {
  return place.datastore?.name ?? place.id ?? 'not known';
}
