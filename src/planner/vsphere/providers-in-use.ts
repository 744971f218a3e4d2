import type { KeyProviderFact } from '../facts/keys.js';
import type { KeyWay } from '../vsphere-plan.js';
import type { WithKeys } from './context.js';
import { keyDecisionsOf } from './key-hits.js';

/** Ways by which a host of the target must be handed a key, now or once it can be fetched. */
const KEYED: ReadonlySet<KeyWay> = new Set([
  'SAME_KEYS',
  'SAME_KEY_NEW_BUNDLE',
  'NEW_KEYS',
  'ENCRYPT',
  'WAIT',
  'PRESENT_KEYS',
]);

/** Whether any part of the VM gets a key from the target. */
export function usesKeys(context: WithKeys): boolean {
  return keyDecisionsOf(context).some(({ decision }) => isKeyed(decision));
}

/** Whether a part gets a key from the target. In place a clear part has neither key nor availability. */
function isKeyed({ way, availability }: WithKeys['keys']['home']): boolean {
  return KEYED.has(way) && (way !== 'PRESENT_KEYS' || availability !== null);
}

/** Providers that give the keys of this plan, as far as the target knows them, ascending by name. */
export function providersInUse(context: WithKeys): readonly KeyProviderFact[] {
  const names = new Set<string>();
  for (const { decision } of keyDecisionsOf(context)) {
    if (isKeyed(decision) && decision.providerId !== null) names.add(decision.providerId);
  }
  return (context.site.keyProviders?.list ?? []).filter(({ providerId }) => names.has(providerId));
}
