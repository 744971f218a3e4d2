import type { ComponentOutcome } from '../../domain/words.js';
import type { VspherePointFact } from '../facts/vsphere-point.js';
import type { KeyWay } from '../vsphere-plan.js';
import type { DiskSituation, KeyDecision, KeyDecisions, PolicyChoice, Situation } from './context.js';
import { canGiveKeys, keyAvailability, providerOfPolicy } from './key-availability.js';
import type { KeyAvailability, NativeDerivation } from './key-availability.js';

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

function bundleFor(situation: Situation, home: KeyDecision): KeyDecisions['bundle'] {
  // [S34] The bundle never goes without the key id that seals it.
  if (home.way === 'SAME_KEYS' && situation.items.ENCRYPTION_BUNDLE === 'CAPTURED') return 'GIVEN';
  return situation.items.ENCRYPTION_BUNDLE === 'CAPTURED' ? 'DROPPED' : 'NONE';
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
  const availability = keyAvailability(situation.site, point.key, capturedKey(point));
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

function decideDisk(situation: Situation, { disk, policy, written }: DiskSituation): KeyDecision {
  const { target, point } = situation;
  if (target.mode === 'IN_PLACE') return decidePresentDisk(situation, written);
  if (disk.encryption === 'UNKNOWN') return undecided(`Nobody knows whether ${disk.label} was encrypted.`);
  if (disk.encryption === 'NOT_ENCRYPTED') return decideClear(situation, policy, disk.label);
  if (target.consents.clear) {
    return decision('CLEAR', null, null, null, `${disk.label} comes back clear, as consented.`);
  }
  if (disk.key === null) {
    return newKeys(situation, policy, null, `The key id of ${disk.label} was not saved.`);
  }
  const availability = keyAvailability(situation.site, disk.key, capturedKey(point));
  if (availability.state !== 'AVAILABLE') return withoutKey(situation, policy, availability);
  const reason = `${disk.key.providerId ?? 'The provider'} can give key ${disk.key.keyId}.`;
  return decision('SAME_KEYS', disk.key, policyIdOf(policy), availability, reason);
}

/** What was clear stays clear, unless a policy that encrypts was asked for and consented to. */
function decideClear(situation: Situation, policy: PolicyChoice, what: string): KeyDecision {
  const encrypts = policy.policy?.encrypts === 'YES';
  if (encrypts && policy.how === 'REQUESTED' && situation.target.consents.encrypt) {
    const reason = `${what} was clear and is encrypted after the restore, as consented.`;
    return decision('ENCRYPT', null, policyIdOf(policy), null, reason);
  }
  return decision(
    'NONE',
    null,
    encrypts ? null : policyIdOf(policy),
    null,
    `${what} was not encrypted and stays clear.`,
  );
}

/** The captured key cannot be had. Waiting, or new keys: never the second because a link is down. */
function withoutKey(situation: Situation, policy: PolicyChoice, availability: KeyAvailability): KeyDecision {
  const declaredLost = situation.target.consents.keysDeclaredLost && availability.state !== 'UNKNOWN';
  if (availability.state === 'GONE' || declaredLost) {
    return newKeys(situation, policy, availability, `Key ${availability.keyId} is gone for good.`);
  }
  const key = { keyId: availability.keyId, providerId: availability.providerId };
  const what = `Key ${availability.keyId} of ${availability.providerId ?? 'an unnamed provider'}`;
  return availability.state === 'CURABLE'
    ? decision('WAIT', key, null, availability, `${what} cannot be fetched now; that can be mended.`)
    : decision('UNKNOWN', key, null, availability, `Whether ${what.toLowerCase()} can be fetched is not known.`);
}

/** New keys through the storage policy, when that is allowed and a provider can give them. */
function newKeys(
  situation: Situation,
  policy: PolicyChoice,
  availability: KeyAvailability | null,
  cause: string,
): KeyDecision {
  const { facts, target, site } = situation;
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
  const { provider, how } = providerOfPolicy(site, policy.policy.keyProviderId);
  if (how === 'UNKNOWN') {
    return decision('UNKNOWN', key, policy.policy.id, availability, `${cause} Who gives new keys is not known.`);
  }
  const can = provider === null ? 'NO' : canGiveKeys(provider, facts.now);
  if (can === 'NO') {
    return decision('REFUSED', key, policy.policy.id, availability, `${cause} No key provider can give new ones.`);
  }
  const from = { keyId: null, providerId: provider?.providerId ?? null };
  return can === 'YES'
    ? decision('NEW_KEYS', from, policy.policy.id, availability, `${cause} ${from.providerId} gives new keys.`)
    : decision('UNKNOWN', from, policy.policy.id, availability, `${cause} Whether new ones can be had is not known.`);
}

/** In place the disks are written under the keys that the VM has now. */
function decidePresentHome({ machine, point, site }: Situation): KeyDecision {
  if (machine === null || machine.encryption === 'UNKNOWN') {
    return undecided('Nobody knows whether the VM to overwrite is encrypted.');
  }
  if (machine.encryption === 'NOT_ENCRYPTED') {
    return point.encryption === 'NOT_ENCRYPTED'
      ? decision('NONE', null, null, null, 'The VM is clear, as it was.')
      : decision('PRESENT_KEYS', null, null, null, 'The VM is clear now and stays so.', 'CLEAR');
  }
  if (machine.key === null) return undecided('The key of the VM to overwrite was not read.');
  const availability = keyAvailability(site, machine.key, { of: 'PRESENT_KEY' });
  const same = machine.key.keyId === point.key?.keyId && machine.key.providerId === point.key.providerId;
  const reason = same ? 'The VM still has the captured key.' : 'The VM was rekeyed since; it keeps its present key.';
  return decision('PRESENT_KEYS', machine.key, null, availability, reason, same ? 'SAME_KEYS' : 'REKEYED');
}

function decidePresentDisk({ site }: Situation, written: DiskSituation['written']): KeyDecision {
  if (written === null || written.encryption === 'UNKNOWN') {
    return undecided('Nobody knows whether the disk to overwrite is encrypted.');
  }
  if (written.encryption === 'NOT_ENCRYPTED' || written.key === null) {
    return written.encryption === 'NOT_ENCRYPTED'
      ? decision('NONE', null, null, null, 'The disk is clear and stays so.')
      : undecided('The key of the disk to overwrite was not read.');
  }
  const availability = keyAvailability(site, written.key, { of: 'PRESENT_KEY' });
  return decision('PRESENT_KEYS', written.key, null, availability, 'Written under the present key.', 'SAME_KEYS');
}

function capturedKey(point: VspherePointFact): NativeDerivation {
  return { of: 'CAPTURED_KEY', keyDerivationId: point.keyDerivationId };
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
