import type { Transport } from '../../domain/words.js';
import type { DiskSituation, Situation } from './context.js';

/** Ways into vSphere; local files are another target. */
const THICK_ORDER: readonly Transport[] = ['SAN', 'HOTADD', 'NBDSSL', 'HTTP_NFC', 'DATASTORE_HTTP', 'NBD'];
/** [S02] [S03] SAN pays a round trip per block of a thin disk, so it comes last and only by request. */
const THIN_ORDER: readonly Transport[] = ['HOTADD', 'NBDSSL', 'HTTP_NFC', 'DATASTORE_HTTP', 'SAN', 'NBD'];

export const VSPHERE_TRANSPORTS: readonly Transport[] = THICK_ORDER;

/** The caller's order, else the customer's, else null for the default one. */
export function preferenceOf({ target, facts }: Situation): readonly Transport[] | null {
  return target.transportPreference ?? facts.policy.transportPreference;
}

/** What is asked for first, in its order, then the rest in the default order of the disk. */
export function orderOfTransports(preference: readonly Transport[] | null, disk: DiskSituation): readonly Transport[] {
  const standard = isThick(disk.provisioning) ? THICK_ORDER : THIN_ORDER;
  if (preference === null || preference.length === 0) return standard;
  const asked = preference.filter((one, position) => standard.includes(one) && preference.indexOf(one) === position);
  return [...asked, ...standard.filter((one) => !asked.includes(one))];
}

export function isThick(provisioning: DiskSituation['provisioning']): boolean {
  return provisioning === 'THICK_LAZY_ZEROED' || provisioning === 'THICK_EAGER_ZEROED';
}
