import type { ComponentOutcome } from '../../domain/words.js';
import type { KeyFact } from '../facts.js';
import type { Answer } from '../facts/section.js';
import type { KeyWay } from '../vsphere-plan.js';
import type { DiskSituation, KeyDecision, KeyDecisions, PolicyChoice, Situation } from './context.js';
import { canGiveKeys, keyAvailability, providerOfPolicy } from './key-availability.js';
import type { KeyAvailability } from './key-availability.js';

const OUTCOME_OF_WAY: Readonly<Record<KeyWay, ComponentOutcome>> = {
  NONE: 'AS_CAPTURED',
  SAME_KEYS: 'SAME_KEYS',
  SAME_KEY_NEW_BUNDLE: 'REKEYED',
  NEW_KEYS: 'REKEYED',
  PRESENT_KEYS: 'REKEYED',
  CLEAR: 'CLEAR',
  ENCRYPT: 'REKEYED',
  WAIT: 'WILL_NOT_START',
  REFUSED: 'WILL_NOT_START',
  UNKNOWN: 'UNKNOWN',
};

/**
 * Home and each disk apart: the bundle is sealed with the home's key, a disk's lost key costs that disk its old key and
 * not the VM. What was never encrypted meets none of this.
 */
export function decideKeys(situation: Situation): KeyDecisions {
  const home = situation.target.mode === 'IN_PLACE' ? decidePresentHome(situation) : decideHome(situation);
  const disks = new Map<number, KeyDecision>();
  for (const one of situation.disks) disks.set(one.disk.deviceKey, decideDisk(situation, one));
  return { home, disks, bundle: bundleFor(situation, home) };
}

/** [S34] The bundle never goes without the key id that seals it, and is never dropped because a key is waited for. */
function bundleFor({ items }: Situation, { way }: KeyDecision): KeyDecisions['bundle'] {
  if (items.ENCRYPTION_BUNDLE !== 'CAPTURED' || way === 'UNKNOWN' || way === 'REFUSED') return 'NONE';
  return way === 'SAME_KEYS' || way === 'WAIT' ? 'GIVEN' : 'DROPPED';
}

function decideHome(situation: Situation): KeyDecision {
  const { point, target, items } = situation;
  if (point.encryption === 'UNKNOWN') return undecided('Nobody knows whether the VM was encrypted.');
  if (point.encryption === 'NOT_ENCRYPTED') return decideClear(situation, situation.homePolicy, 'The VM');
  if (target.consents.clear) {
    return decision('CLEAR', null, null, null, 'The VM comes back clear, as consented: bundle, policy and vTPM go.');
  }
  if (items.KEY_ID === 'UNKNOWN') return undecided('Nobody knows whether the key id was saved.');
  if (items.KEY_ID !== 'CAPTURED' || point.key === null) {
    return newKeys(
      situation,
      situation.homePolicy,
      null,
      'Its key id was not saved, so its old keys are out of reach.',
    );
  }
  const availability = capturedKey(situation, point.key);
  if (availability.state !== 'AVAILABLE') return withoutKey(situation, situation.homePolicy, availability);
  if (items.ENCRYPTION_BUNDLE === 'UNKNOWN') {
    return { ...undecided('Nobody knows whether the bundle was saved.'), availability };
  }
  if (items.ENCRYPTION_BUNDLE !== 'CAPTURED') {
    const reason = `Key ${point.key.keyId} seals a new data key, because the bundle with the old one was not saved.`;
    return decision('SAME_KEY_NEW_BUNDLE', point.key, policyIdOf(situation.homePolicy), availability, reason);
  }
  const reason = `${point.key.providerId ?? 'The provider'} can give key ${point.key.keyId}; its bundle goes back.`;
  return decision('SAME_KEYS', point.key, policyIdOf(situation.homePolicy), availability, reason);
}

function decideDisk(situation: Situation, one: DiskSituation): KeyDecision {
  const { target } = situation;
  const { disk, policy } = one;
  if (target.mode === 'IN_PLACE') return decidePresentDisk(situation, one);
  if (disk.encryption === 'UNKNOWN') return undecided(`Nobody knows whether ${disk.label} was encrypted.`);
  if (disk.encryption === 'NOT_ENCRYPTED') return decideClear(situation, policy, disk.label);
  if (target.consents.clear) {
    return decision('CLEAR', null, null, null, `${disk.label} comes back clear, as consented.`);
  }
  if (disk.key === null) {
    return newKeys(situation, policy, null, `The key id of ${disk.label} was not saved.`);
  }
  const availability = capturedKey(situation, disk.key);
  if (availability.state !== 'AVAILABLE') return withoutKey(situation, policy, availability);
  const reason = `${disk.key.providerId ?? 'The provider'} can give key ${disk.key.keyId}.`;
  return decision('SAME_KEYS', disk.key, policyIdOf(policy), availability, reason);
}

/** What was clear stays clear, unless a policy that encrypts was asked for and consented to. */
function decideClear(situation: Situation, policy: PolicyChoice, what: string): KeyDecision {
  const encrypts = policy.policy?.encrypts === 'YES';
  if (encrypts && policy.how === 'REQUESTED' && situation.target.consents.encrypt) {
    return encryptAfter(situation, policy, what);
  }
  // A policy of which nobody knows that it does not encrypt is left out: nothing is encrypted unasked.
  const policyId = policy.policy?.encrypts === 'NO' ? policyIdOf(policy) : null;
  return decision('NONE', null, policyId, null, `${what} was not encrypted and stays clear.`);
}

function encryptAfter(situation: Situation, policy: PolicyChoice, what: string): KeyDecision {
  const giver = giverOfKeys(situation, policy);
  const from = { keyId: null, providerId: giver.providerId };
  const policyId = policyIdOf(policy);
  const asked = `${what} was clear and is to be encrypted after the restore.`;
  switch (giver.can) {
    case 'YES':
      return decision('ENCRYPT', from, policyId, null, `${asked} ${giver.providerId} gives the keys.`);
    case 'NO':
      return decision('REFUSED', from, policyId, null, `${asked} ${giver.why}`);
    case 'UNKNOWN':
      return decision('UNKNOWN', from, policyId, null, `${asked} ${giver.why}`);
  }
}

/** The captured key cannot be had. Waiting, or new keys: never the second because a link is down. */
function withoutKey(situation: Situation, policy: PolicyChoice, availability: KeyAvailability): KeyDecision {
  const declaredLost = situation.target.consents.keysDeclaredLost && availability.state !== 'UNKNOWN';
  if (availability.state === 'GONE' || declaredLost) {
    const by = availability.state === 'GONE' ? 'is gone for good' : 'was declared to be gone for good';
    return newKeys(situation, policy, availability, `Key ${availability.keyId} ${by}.`);
  }
  const key = { keyId: availability.keyId, providerId: availability.providerId };
  const what = `key ${availability.keyId} of ${availability.providerId ?? 'an unnamed provider'}`;
  return availability.state === 'CURABLE'
    ? decision('WAIT', key, null, availability, `The target cannot fetch ${what} now; that can be mended.`)
    : decision('UNKNOWN', key, null, availability, `Whether the target can fetch it is not known: ${what}.`);
}

/** New keys through the storage policy, when that is allowed and a provider can give them. */
function newKeys(
  situation: Situation,
  policy: PolicyChoice,
  availability: KeyAvailability | null,
  cause: string,
): KeyDecision {
  const { facts, target } = situation;
  const key = availability === null ? null : { keyId: availability.keyId, providerId: availability.providerId };
  if (!(facts.policy.rekeyAllowed || target.consents.rekey)) {
    return decision('REFUSED', key, null, availability, `${cause} New keys are not allowed.`);
  }
  if (policy.how === 'UNKNOWN' || policy.policy?.encrypts === 'UNKNOWN') {
    return decision('UNKNOWN', key, null, availability, `${cause} Which policy would encrypt it is not known.`);
  }
  if (policy.policy === null || policy.policy.encrypts === 'NO') {
    return decision('REFUSED', key, null, availability, `${cause} No storage policy of the target would encrypt it.`);
  }
  const giver = giverOfKeys(situation, policy);
  const from = { keyId: null, providerId: giver.providerId };
  const policyId = policy.policy.id;
  switch (giver.can) {
    case 'YES':
      return decision('NEW_KEYS', from, policyId, availability, `${cause} ${giver.providerId} gives new keys.`);
    case 'NO':
      return decision('REFUSED', key, policyId, availability, `${cause} ${giver.why}`);
    case 'UNKNOWN':
      return decision('UNKNOWN', from, policyId, availability, `${cause} ${giver.why}`);
  }
}

/** Who would give the keys that a policy asks for. A host alone gets none. */
function giverOfKeys(
  { site, facts }: Situation,
  { policy }: PolicyChoice,
): { readonly can: Answer; readonly providerId: string | null; readonly why: string } {
  if (site.kind === 'ESXI') return { can: 'NO', providerId: null, why: 'A host without a vCenter gets no new ones.' };
  const { provider, how } = providerOfPolicy(site, policy?.keyProviderId ?? null);
  if (how === 'UNKNOWN') return { can: 'UNKNOWN', providerId: null, why: 'Who gives new keys is not known.' };
  const providerId = provider?.providerId ?? null;
  if (provider === null) return { can: 'NO', providerId, why: 'No key provider can give new ones.' };
  const can = canGiveKeys(provider, facts.now);
  const why =
    can === 'NO' ? `Provider "${providerId}" can give none now.` : 'Whether new ones can be had is not known.';
  return { can, providerId, why };
}

/** In place the disks are written under the keys that the VM has now. */
function decidePresentHome({ machine, point, site, facts }: Situation): KeyDecision {
  if (machine === null || machine.encryption === 'UNKNOWN') {
    return undecided('Nobody knows whether the VM to overwrite is encrypted.');
  }
  if (machine.encryption === 'NOT_ENCRYPTED') {
    return point.encryption === 'NOT_ENCRYPTED'
      ? decision('NONE', null, null, null, 'The VM is clear, as it was.')
      : decision('PRESENT_KEYS', null, null, null, 'The VM was encrypted and is clear now; it stays clear.', 'CLEAR');
  }
  if (machine.key === null) return undecided('The key of the VM to overwrite was not read.');
  const availability = keyAvailability(site, machine.key, { of: 'PRESENT_KEY' }, facts.now);
  if (isSameKey(machine.key, point.key)) {
    const reason = 'The VM still has the captured key.';
    return decision('PRESENT_KEYS', machine.key, null, availability, reason, 'SAME_KEYS');
  }
  const reason =
    point.encryption === 'NOT_ENCRYPTED'
      ? `The VM was clear and has key ${machine.key.keyId} now; it stays encrypted.`
      : `The VM has other keys since; it keeps its present key ${machine.key.keyId}.`;
  return decision('PRESENT_KEYS', machine.key, null, availability, reason);
}

function decidePresentDisk({ site, facts, target }: Situation, { disk, written }: DiskSituation): KeyDecision {
  if (written === null || written.encryption === 'UNKNOWN') {
    return undecided(`Nobody knows whether the disk that ${disk.label} overwrites is encrypted.`);
  }
  if (written.encryption === 'NOT_ENCRYPTED') {
    if (disk.encryption === 'NOT_ENCRYPTED') {
      return decision('NONE', null, null, null, `${written.label} is clear, as it was.`);
    }
    if (disk.encryption === 'UNKNOWN' && !mayComeBackClear(target, facts)) {
      return undecided(`${written.label} is clear; nobody knows whether ${disk.label} was encrypted.`);
    }
    const reason = `${written.label} is clear now; what was encrypted is written to it in clear.`;
    return decision('PRESENT_KEYS', null, null, null, reason, 'CLEAR');
  }
  if (written.key === null) return undecided(`The key of ${written.label} was not read.`);
  const availability = keyAvailability(site, written.key, { of: 'PRESENT_KEY' }, facts.now);
  const reason = `Written under the present key ${written.key.keyId} of ${written.label}.`;
  const outcome = isSameKey(written.key, disk.key) ? 'SAME_KEYS' : 'REKEYED';
  return decision('PRESENT_KEYS', written.key, null, availability, reason, outcome);
}

/** Whether a person or the customer allows that what was encrypted lies in clear. */
export function mayComeBackClear({ consents }: Situation['target'], { policy }: Situation['facts']): boolean {
  return consents.clear || policy.clearAllowed;
}

function isSameKey(present: KeyFact, captured: KeyFact | null): boolean {
  return present.keyId === captured?.keyId && present.providerId === captured.providerId;
}

/** What a native provider derives from was captured for the provider of the home. */
function capturedKey({ site, point, facts }: Situation, key: KeyFact): KeyAvailability {
  const keyDerivationId = key.providerId === point.key?.providerId ? point.keyDerivationId : null;
  return keyAvailability(site, key, { of: 'CAPTURED_KEY', keyDerivationId }, facts.now);
}

function policyIdOf(policy: PolicyChoice): string | null {
  return policy.policy?.id ?? null;
}

function undecided(reason: string): KeyDecision {
  return decision('UNKNOWN', null, null, null, reason);
}

function decision(
  way: KeyWay,
  key: { readonly keyId: string | null; readonly providerId: string | null } | null,
  policyId: string | null,
  availability: KeyAvailability | null,
  reason: string,
  outcome: ComponentOutcome = OUTCOME_OF_WAY[way],
): KeyDecision {
  const { keyId, providerId } = key ?? { keyId: null, providerId: null };
  return { way, outcome, keyId, providerId, policyId, availability, reason };
}
