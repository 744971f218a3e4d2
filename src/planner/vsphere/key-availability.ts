import type { KeyFact } from '../facts.js';
import type { KeyProviderFact, KeyStatusFact } from '../facts/keys.js';
import type { Answer } from '../facts/section.js';
import { anyServerUsable } from './key-servers.js';
import { keyStatusId } from './site-view.js';
import type { SiteView } from './site-view.js';

/**
 * Whether the target's vCenter can fetch a key, and why not. CURABLE: a link, a state or a name can be mended, so
 * waiting is right. GONE: the key server answered that it has no such key.
 */
export interface KeyAvailability {
  readonly keyId: string;
  readonly providerId: string | null;
  readonly state: 'AVAILABLE' | 'CURABLE' | 'GONE' | 'UNKNOWN';
  readonly cause: KeyCause;
  /** The vCenter's own word, kept as it came. */
  readonly word: string | null;
  readonly provider: KeyProviderFact | null;
  /** Hosts that hold the key now: they may start the VM until they restart. Never a plain green. */
  readonly hostIdsHolding: readonly string[];
}

export type KeyCause =
  | 'AVAILABLE'
  | 'SITE_IS_HOST'
  | 'PROVIDER_NOT_RECORDED'
  | 'PROVIDERS_NOT_KNOWN'
  | 'PROVIDER_ABSENT'
  | 'PROVIDER_UNREACHABLE'
  | 'PROVIDER_TYPE_NOT_KNOWN'
  | 'NO_USABLE_SERVER'
  | 'SERVERS_NOT_KNOWN'
  | 'NATIVE_OTHER_KEYS'
  | 'NATIVE_KEYS_NOT_COMPARED'
  | 'NATIVE_NOT_BACKED_UP'
  | 'NATIVE_BACKUP_NOT_KNOWN'
  | 'NOT_ASKED'
  | 'NO_ANSWER'
  | 'KEY_MISSING'
  | 'KEY_NOT_ACTIVE'
  | 'WRAPPING_KEY_MISSING'
  | 'WRAPPING_KEY_NOT_ACTIVE'
  | 'MISSING_IN_CACHE'
  | 'MANAGED_BY_NATIVE_PROVIDER'
  | 'MANAGED_BY_TRUST_AUTHORITY'
  | 'NO_PERMISSION'
  | 'UNKNOWN_REASON';

/** A captured key brings what its native provider derived it from; a key in use at the target is of that provider. */
export type NativeDerivation =
  | { readonly of: 'CAPTURED_KEY'; readonly keyDerivationId: string | null }
  | { readonly of: 'PRESENT_KEY' };

type State = KeyAvailability['state'];

/** Reasons of QueryCryptoKeyStatus; the list grows, and a word that is not here decides nothing. */
const REASONS: ReadonlyMap<string, readonly [State, KeyCause]> = new Map([
  ['KeyStateMissingInCache', ['UNKNOWN', 'MISSING_IN_CACHE']],
  ['KeyStateClusterInvalid', ['CURABLE', 'PROVIDER_ABSENT']],
  ['KeyStateClusterUnreachable', ['CURABLE', 'PROVIDER_UNREACHABLE']],
  ['KeyStateMissingInKMS', ['GONE', 'KEY_MISSING']],
  ['KeyStateNotActiveOrEnabled', ['CURABLE', 'KEY_NOT_ACTIVE']],
  ['KeyStateManagedByTrustAuthority', ['UNKNOWN', 'MANAGED_BY_TRUST_AUTHORITY']],
  ['KeyStateManagedByNKP', ['UNKNOWN', 'MANAGED_BY_NATIVE_PROVIDER']],
  ['NoPermissionToAccessKeyProvider', ['UNKNOWN', 'NO_PERMISSION']],
  ['WrappingKeyMissingInKMS', ['GONE', 'WRAPPING_KEY_MISSING']],
  ['WrappingKeyNotActiveOrEnabled', ['CURABLE', 'WRAPPING_KEY_NOT_ACTIVE']],
]);

/**
 * [S39] The provider of the saved name first, then the key itself under that name: a probe of the same servers under
 * another name is no pass, and a host alone is no key path.
 */
export function keyAvailability(
  site: SiteView,
  key: KeyFact,
  derivation: NativeDerivation,
  now: string,
): KeyAvailability {
  const provider = key.providerId === null ? null : (site.keyProviders?.byId.get(key.providerId) ?? null);
  const status = site.keyStatuses?.byId.get(keyStatusId(key.keyId, key.providerId)) ?? null;
  const [state, cause] = judgeKey({ site, key, derivation, provider, status, now });
  return {
    keyId: key.keyId,
    providerId: key.providerId,
    state,
    cause,
    word: status?.reason ?? null,
    provider,
    hostIdsHolding: status?.hostIdsHolding ?? [],
  };
}

interface Asked {
  readonly site: SiteView;
  readonly key: KeyFact;
  readonly derivation: NativeDerivation;
  readonly provider: KeyProviderFact | null;
  readonly status: KeyStatusFact | null;
  readonly now: string;
}

function judgeKey(asked: Asked): readonly [State, KeyCause] {
  const { site, key, provider } = asked;
  if (site.kind === 'ESXI') return ['CURABLE', 'SITE_IS_HOST'];
  if (key.providerId === null) return ['UNKNOWN', 'PROVIDER_NOT_RECORDED'];
  if (site.kind === 'UNREGISTERED' || site.keyProviders === null) return ['UNKNOWN', 'PROVIDERS_NOT_KNOWN'];
  if (provider === null) {
    const doubled = site.keyProviders.duplicates.includes(key.providerId);
    return doubled ? ['UNKNOWN', 'PROVIDERS_NOT_KNOWN'] : ['CURABLE', 'PROVIDER_ABSENT'];
  }
  switch (provider.type) {
    case 'UNKNOWN':
      return ['UNKNOWN', 'PROVIDER_TYPE_NOT_KNOWN'];
    case 'NATIVE':
      return judgeNativeKey(asked, provider);
    case 'TRUST_AUTHORITY':
      return judgeStatus(asked.status);
    case 'STANDARD':
      return judgeStandardKey(asked, provider);
  }
}

function judgeStandardKey({ key, status, now }: Asked, provider: KeyProviderFact): readonly [State, KeyCause] {
  const told = judgeStatus(status);
  if (told[0] !== 'AVAILABLE') {
    // A key that a native provider derived is in no key server, whatever its name.
    return key.providerType === 'NATIVE' && status !== null ? ['CURABLE', 'NATIVE_OTHER_KEYS'] : told;
  }
  const usable = anyServerUsable(provider, now);
  if (usable === 'YES') return told;
  return usable === 'NO' ? ['CURABLE', 'NO_USABLE_SERVER'] : ['UNKNOWN', 'SERVERS_NOT_KNOWN'];
}

/** The KMIP view says nothing of native keys: the provider that derives them being the same one does. */
function judgeNativeKey({ key, derivation, status }: Asked, provider: KeyProviderFact): readonly [State, KeyCause] {
  const same = sameNativeProvider(key, derivation, provider);
  if (same === 'NO') return ['CURABLE', 'NATIVE_OTHER_KEYS'];
  if (same === 'UNKNOWN') return ['UNKNOWN', 'NATIVE_KEYS_NOT_COMPARED'];
  const told = status?.reason === 'KeyStateManagedByNKP' ? AVAILABLE : judgeStatus(status);
  if (told[0] !== 'AVAILABLE' || derivation.of === 'PRESENT_KEY' || provider.hasBackup === 'YES') return told;
  return provider.hasBackup === 'NO' ? ['CURABLE', 'NATIVE_NOT_BACKED_UP'] : ['UNKNOWN', 'NATIVE_BACKUP_NOT_KNOWN'];
}

const AVAILABLE: readonly [State, KeyCause] = ['AVAILABLE', 'AVAILABLE'];

function judgeStatus(status: KeyStatusFact | null): readonly [State, KeyCause] {
  if (status === null) return ['UNKNOWN', 'NOT_ASKED'];
  if (status.reason !== null) return REASONS.get(status.reason) ?? ['UNKNOWN', 'UNKNOWN_REASON'];
  if (status.available === 'YES') return AVAILABLE;
  return ['UNKNOWN', status.available === 'NO' ? 'UNKNOWN_REASON' : 'NO_ANSWER'];
}

/** The same name is not the same keys: a native provider is known by the key that it derives from. */
function sameNativeProvider(key: KeyFact, derivation: NativeDerivation, provider: KeyProviderFact): Answer {
  if (derivation.of === 'PRESENT_KEY') return 'YES';
  const ids = [derivation.keyDerivationId, provider.keyDerivationId];
  if (!ids.includes(null)) return ids[0] === ids[1] ? 'YES' : 'NO';
  return key.providerType === 'STANDARD' || key.providerType === 'TRUST_AUTHORITY' ? 'NO' : 'UNKNOWN';
}

/** Whether a provider can give new keys now. */
export function canGiveKeys(provider: KeyProviderFact, now: string): Answer {
  if (provider.type === 'UNKNOWN') return 'UNKNOWN';
  if (provider.type === 'NATIVE') return provider.hasBackup;
  if (provider.type === 'TRUST_AUTHORITY') return 'UNKNOWN';
  return anyServerUsable(provider, now);
}

/** The provider that a policy takes its keys from: the named one, else the default. */
export function providerOfPolicy(
  site: SiteView,
  keyProviderId: string | null,
): { readonly provider: KeyProviderFact | null; readonly how: 'NAMED' | 'DEFAULT' | 'ABSENT' | 'UNKNOWN' } {
  if (site.keyProviders === null) return { provider: null, how: 'UNKNOWN' };
  if (keyProviderId !== null) {
    const named = site.keyProviders.byId.get(keyProviderId) ?? null;
    return { provider: named, how: named === null ? 'ABSENT' : 'NAMED' };
  }
  const defaults = site.keyProviders.list.filter((one) => one.isDefault === 'YES');
  if (defaults.length === 1) return { provider: defaults[0] ?? null, how: 'DEFAULT' };
  const maybe = defaults.length > 1 || site.keyProviders.list.some((one) => one.isDefault === 'UNKNOWN');
  return { provider: null, how: maybe ? 'UNKNOWN' : 'ABSENT' };
}
