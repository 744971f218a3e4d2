import type { Answer } from '../facts/section.js';
import type { KeyWay } from '../vsphere-plan.js';
import type { VsphereContext } from './context.js';
import { keyDecisionsOf } from './key-hits.js';
import { usesKeys } from './providers-in-use.js';

/** Every one that a plan may ask for here. */
export const CRYPTO_PRIVILEGES = [
  'Cryptographer.AddDisk',
  'Cryptographer.Encrypt',
  'Cryptographer.EncryptNew',
  'Cryptographer.RegisterHost',
  'Cryptographer.RegisterVM',
] as const;

type CryptoPrivilege = (typeof CRYPTO_PRIVILEGES)[number];

interface NeededPrivilege {
  readonly privilege: CryptoPrivilege;
  readonly held: Answer;
  /** What the plan does with it. */
  readonly reason: string;
}

/**
 * Cryptographer privileges that this plan uses, beside those of attaching disks to a proxy, which rule out a transport.
 * Which ones CreateVM asks for with a given key is read from the texts of the privileges, not from a trial. One that
 * the site did not tell of is UNKNOWN.
 */
export function cryptoPrivileges(context: VsphereContext): NeededPrivilege[] {
  const { site, host, ways } = context;
  const decided = new Set(keyDecisionsOf(context).map(({ decision }) => decision.way));
  const any = (...wanted: readonly KeyWay[]): boolean => wanted.some((way) => decided.has(way));
  const needed = new Map<CryptoPrivilege, string>();
  if (any('SAME_KEYS', 'SAME_KEY_NEW_BUNDLE', 'NEW_KEYS', 'WAIT')) {
    needed.set('Cryptographer.EncryptNew', 'make the VM encrypted');
    if (ways.length > 0) needed.set('Cryptographer.AddDisk', 'give it its disks');
  }
  if (any('SAME_KEYS', 'SAME_KEY_NEW_BUNDLE', 'WAIT')) {
    needed.set('Cryptographer.RegisterVM', 'hand its key to the host');
  }
  if (any('ENCRYPT')) needed.set('Cryptographer.Encrypt', 'encrypt it after the restore');
  if (usesKeys(context) && host !== null && host.cryptoState !== 'safe') {
    needed.set('Cryptographer.RegisterHost', `bring ${host.name} into crypto mode safe`);
  }
  return [...needed].map(([privilege, reason]) => ({
    privilege,
    held: site.privileges?.byId.get(privilege)?.held ?? 'UNKNOWN',
    reason,
  }));
}
