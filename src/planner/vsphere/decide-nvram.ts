import type { ComponentOutcome } from '../../domain/words.js';
import type { VspherePointFact } from '../facts/vsphere-point.js';
import type { NvramPlan } from '../vsphere-plan.js';
import type { NvramDecision, VsphereContext, VtpmDecision, WithKeys } from './context.js';

const OUTCOMES: Readonly<Record<NvramPlan['way'], ComponentOutcome>> = {
  RESTORE: 'AS_CAPTURED',
  REGENERATE: 'REGENERATED',
  LEAVE: 'LOST',
  NOT_PRESENT: 'NOT_PRESENT',
  UNKNOWN: 'UNKNOWN',
};

/**
 * [S38] [S42] The NVRAM opens with a key inside the bundle, which the key of keyId seals: a chain of one moment. With a
 * link missing or of another time a generic NVRAM takes its place; one that was never encrypted just goes back.
 */
export function decideNvram(context: WithKeys): NvramDecision {
  const { items, point, target, keys } = context;
  const epoch = keyEpoch(point);
  const made = (way: NvramPlan['way'], reason: string): NvramDecision => ({
    way,
    outcome: OUTCOMES[way],
    reason,
    epoch,
  });
  if (items.NVRAM === 'UNKNOWN') return made('UNKNOWN', 'Nobody knows whether the VM had one.');
  if (items.NVRAM === 'NOT_PRESENT') return made('NOT_PRESENT', 'The VM had none; it gets a fresh one.');
  if (point.encryption === 'UNKNOWN') return made('UNKNOWN', 'Nobody knows whether it is encrypted.');
  if (target.mode === 'IN_PLACE') return decideInPlace(context, epoch, made);
  if (items.NVRAM === 'NOT_CAPTURED') return made('REGENERATE', 'It was not saved: a generic one takes its place.');
  if (point.encryption === 'NOT_ENCRYPTED') return made('RESTORE', 'It is uploaded before the first power-on.');
  if (keys.home.way === 'UNKNOWN') return made('UNKNOWN', 'Whether it opens depends on keys that are not known.');
  if (keys.home.way === 'WAIT') return made('RESTORE', 'It is uploaded once its key can be fetched.');
  if (keys.bundle !== 'GIVEN') {
    return made('REGENERATE', `${closedText(context)}: a generic one takes its place.`);
  }
  if (epoch === 'BROKEN') return made('REGENERATE', BROKEN_TEXT);
  if (epoch === 'ONE') return made('RESTORE', 'Uploaded before the first power-on; bundle and key open it.');
  return target.consents.leaveNvram
    ? made('REGENERATE', `${UNPROVEN_TEXT} It stays behind, as consented.`)
    : made('UNKNOWN', UNPROVEN_TEXT);
}

/** Why nothing opens it in the new VM. */
function closedText({ keys, items, point }: WithKeys): string {
  if (keys.home.way === 'CLEAR') return 'The VM comes back clear, and it is encrypted';
  if (items.KEY_ID !== 'CAPTURED' || items.ENCRYPTION_BUNDLE !== 'CAPTURED') {
    return 'Without key id and bundle nothing opens it';
  }
  return `Without key ${point.key?.keyId ?? 'of the VM'} nothing opens it`;
}

const BROKEN_TEXT = 'A deep recrypt lies between it and its bundle: nothing opens it.';
const UNPROVEN_TEXT = 'That no deep recrypt lies between it and its bundle is not proven.';

/** Whether all three links of the chain are there and only their common moment is in doubt. */
export function isEpochUndecided({ nvram, items, keys }: VsphereContext): boolean {
  const whole = items.NVRAM === 'CAPTURED' && keys.bundle === 'GIVEN';
  return whole && nvram.way === 'UNKNOWN' && nvram.epoch === 'UNKNOWN';
}

/** The captured one goes back only into a VM that it fits for certain; else the VM keeps the one that it has. */
function decideInPlace(
  { items, machine, point, keys }: WithKeys,
  epoch: NvramDecision['epoch'],
  made: (way: NvramPlan['way'], reason: string) => NvramDecision,
): NvramDecision {
  if (machine === null || machine.encryption === 'UNKNOWN') {
    return made('UNKNOWN', 'It depends on the keys of the VM to overwrite, which are not known.');
  }
  if (items.NVRAM === 'NOT_CAPTURED') return made('LEAVE', 'It was not saved: the VM keeps the one that it has.');
  if (point.encryption === 'NOT_ENCRYPTED') {
    return machine.encryption === 'NOT_ENCRYPTED'
      ? made('RESTORE', 'It takes the place of the present one.')
      : made('LEAVE', 'It is clear and the VM is encrypted now: the VM keeps the one that it has.');
  }
  if (keys.home.outcome !== 'SAME_KEYS') {
    return made('LEAVE', 'It is sealed by other keys than the VM has now: the VM keeps the one that it has.');
  }
  const sameBundle = point.bundleSha256 !== null && point.bundleSha256 === machine.bundleSha256;
  if (items.ENCRYPTION_BUNDLE !== 'CAPTURED' || !sameBundle || epoch !== 'ONE') {
    const why = 'That its bundle is the one that the VM has now is not proven: the VM keeps the NVRAM that it has.';
    return made('LEAVE', why);
  }
  return made('RESTORE', 'It takes the place of the present one; key and bundle are the same.');
}

/**
 * Whether key id, bundle and NVRAM are of one moment of the keys. A shallow recrypt reseals the same data key, so that
 * only a deep one breaks the chain. How soon after each other they were read proves nothing.
 */
function keyEpoch(point: VspherePointFact): NvramDecision['epoch'] {
  const moments: string[] = [];
  for (const { item, observedAt } of point.items) {
    if (item !== 'KEY_ID' && item !== 'ENCRYPTION_BUNDLE' && item !== 'NVRAM') continue;
    if (observedAt === null) return 'UNKNOWN';
    moments.push(observedAt);
  }
  moments.sort();
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined || moments.length < 3) return 'UNKNOWN';
  // Equal moments are no proof: a point that says none for its NVRAM is given that of the capture.
  if (point.recrypts === null) return 'UNKNOWN';
  const between = point.recrypts.filter(({ at }) => at >= first && at <= last);
  if (between.some(({ kind }) => kind === 'DEEP')) return 'BROKEN';
  return between.some(({ kind }) => kind === 'UNKNOWN') ? 'UNKNOWN' : 'ONE';
}

/** The state of a vTPM lives in the NVRAM; the device needs an encrypted home, UEFI and hardware 14. */
export function decideVtpm(context: WithKeys, nvram: NvramDecision): VtpmDecision {
  const { point, keys, target } = context;
  if (target.mode === 'IN_PLACE') return decidePresentVtpm(context, nvram);
  if (point.vtpm === 'NOT_PRESENT') return { way: 'NOT_PRESENT', outcome: 'NOT_PRESENT', reason: 'The VM had none.' };
  if (point.vtpm === 'UNKNOWN') {
    return { way: 'UNKNOWN', outcome: 'UNKNOWN', reason: 'Nobody knows whether the VM had one.' };
  }
  if (keys.home.way === 'CLEAR') {
    return { way: 'REMOVE', outcome: 'LOST', reason: 'A clear VM cannot hold one; its secrets are lost.' };
  }
  if (target.consents.newVtpm) {
    return { way: 'NEW', outcome: 'REGENERATED', reason: 'A new, empty one was asked for; the old secrets are lost.' };
  }
  switch (nvram.way) {
    case 'RESTORE':
      return { way: 'KEEP', outcome: 'AS_CAPTURED', reason: 'Its state comes back inside the NVRAM.' };
    case 'UNKNOWN':
      return { way: 'UNKNOWN', outcome: 'UNKNOWN', reason: 'It depends on the NVRAM, of which too little is known.' };
    case 'REGENERATE':
    case 'NOT_PRESENT':
      return { way: 'NEW', outcome: 'LOST', reason: 'It comes back empty: its secrets lived in the NVRAM.' };
    case 'LEAVE':
      return { way: 'KEEP', outcome: 'LOST', reason: KEPT_TEXT };
  }
}

const KEPT_TEXT = 'The VM keeps its present one; the captured secrets are lost.';

/** In place no device is added or removed: what the VM has now decides, together with its NVRAM. */
function decidePresentVtpm({ point, machine }: WithKeys, nvram: NvramDecision): VtpmDecision {
  const unknown = (reason: string): VtpmDecision => ({ way: 'UNKNOWN', outcome: 'UNKNOWN', reason });
  if (point.vtpm === 'UNKNOWN') return unknown('Nobody knows whether the VM had one.');
  if (point.vtpm === 'NOT_PRESENT') return { way: 'NOT_PRESENT', outcome: 'NOT_PRESENT', reason: 'The VM had none.' };
  if (machine === null || machine.vtpm === 'UNKNOWN') {
    return unknown('Nobody knows whether the VM to overwrite has one.');
  }
  if (machine.vtpm === 'NOT_PRESENT') {
    return { way: 'REMOVE', outcome: 'LOST', reason: 'The VM to overwrite has none; the captured secrets are lost.' };
  }
  if (nvram.way === 'RESTORE') {
    return { way: 'KEEP', outcome: 'AS_CAPTURED', reason: 'Its state comes back inside the NVRAM.' };
  }
  if (nvram.way === 'UNKNOWN') return unknown('It depends on the NVRAM, of which too little is known.');
  return { way: 'KEEP', outcome: 'LOST', reason: KEPT_TEXT };
}
