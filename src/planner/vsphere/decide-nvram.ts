import type { ComponentOutcome } from '../../domain/words.js';
import type { VspherePointFact } from '../facts/vsphere-point.js';
import type { NvramPlan } from '../vsphere-plan.js';
import type { NvramDecision, VtpmDecision, WithKeys } from './context.js';

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
  if (target.mode === 'IN_PLACE' && !opensInPlace(context)) {
    return made('LEAVE', 'The NVRAM of the VM stays as it is: the captured one is sealed by other keys.');
  }
  if (items.NVRAM === 'NOT_CAPTURED') return made('REGENERATE', 'It was not saved: a generic one takes its place.');
  if (point.encryption === 'UNKNOWN') return made('UNKNOWN', 'Nobody knows whether it is encrypted.');
  if (point.encryption === 'NOT_ENCRYPTED') return made('RESTORE', 'It is uploaded before the first power-on.');
  if (keys.home.way === 'UNKNOWN') return made('UNKNOWN', 'Whether it opens depends on keys that are not known.');
  if (keys.home.way === 'WAIT') return made('RESTORE', 'It is uploaded once its key can be fetched.');
  if (keys.bundle !== 'GIVEN' && target.mode === 'NEW_VM') {
    return made('REGENERATE', 'Without key id and bundle nothing opens it: a generic one takes its place.');
  }
  if (epoch === 'BROKEN') return made('REGENERATE', 'A deep recrypt lies between it and its bundle.');
  if (epoch === 'UNKNOWN') return made('UNKNOWN', 'Whether it is of the same moment as its bundle is not known.');
  return made('RESTORE', 'Uploaded before the first power-on; bundle and key open it.');
}

/** In place the captured NVRAM fits only a VM with the captured key, or a clear one. */
function opensInPlace({ machine, point, keys }: WithKeys): boolean {
  if (machine === null) return true;
  if (point.encryption === 'NOT_ENCRYPTED') return machine.encryption === 'NOT_ENCRYPTED';
  return keys.home.outcome === 'SAME_KEYS';
}

/** A shallow recrypt reseals the same data key, so that only a deep one breaks the chain. */
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
  // Read at one moment, nothing can lie between; else only a kept list of recrypts can say so.
  if (point.recrypts === null) return first === last ? 'ONE' : 'UNKNOWN';
  const between = point.recrypts.filter(({ at }) => at > first && at <= last);
  if (between.some(({ kind }) => kind === 'DEEP')) return 'BROKEN';
  return between.some(({ kind }) => kind === 'UNKNOWN') ? 'UNKNOWN' : 'ONE';
}

/** The state of a vTPM lives in the NVRAM; the device needs an encrypted home, UEFI and hardware 14. */
export function decideVtpm(context: WithKeys, nvram: NvramDecision): VtpmDecision {
  const { point, keys, target } = context;
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
      return { way: 'KEEP', outcome: 'LOST', reason: 'The VM keeps its present one; the captured secrets are lost.' };
  }
}
