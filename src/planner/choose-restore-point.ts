import { isUtcText } from '../domain/time.js';
import type { CapturedItemName, CapturedItemState } from '../domain/words.js';
import type { RestorePointFact } from './facts.js';

/** What the choice looks at of one restore point of the VM. A state that nobody knows here is refused. */
export interface PointToChoose extends Pick<RestorePointFact, 'id' | 'capturedAt' | 'firmware' | 'encryption' | 'key'> {
  readonly state: RestorePointFact['state'] | 'DELETED' | 'UNKNOWN';
  readonly consistency: RestorePointFact['consistency'];
  readonly items: readonly { readonly item: CapturedItemName; readonly state: CapturedItemState }[];
  readonly disks: readonly Pick<RestorePointFact['disks'][number], 'label' | 'dataState' | 'indexHash'>[];
}

export interface PointQuestion {
  /** LATEST, or a moment (UTC text): the point must not be younger. */
  readonly at: string;
  readonly now: string;
  /** A point whose key metadata is proven complete goes before a newer one where it is not. */
  readonly completeKeysFirst: boolean;
  /** Null: any, also one that nobody knows. */
  readonly consistencyMin: 'CRASH' | 'FILE_SYSTEM' | 'APPLICATION' | null;
}

export interface MarkedPoint {
  readonly id: string;
  readonly capturedAt: string;
  readonly mark: 'CHOSEN' | 'NEXT_BEST' | 'REFUSED';
  /** 1 for the chosen one, then on; null for refused ones. */
  readonly rank: number | null;
  /** WHOLE: all that a restore needs is proven to be there. GAPS: something is missing. UNKNOWN: nobody knows. */
  readonly standing: 'WHOLE' | 'GAPS' | 'UNKNOWN';
  /** Why it has its mark, then what is missing, then what nobody knows; one sentence each. */
  readonly reasons: readonly string[];
}

export interface PointChoice {
  /** Null when every point is refused. */
  readonly chosen: MarkedPoint | null;
  /** By rank, then the refused ones, newest first. */
  readonly points: readonly MarkedPoint[];
}

interface Weighed {
  readonly point: PointToChoose;
  readonly refusals: readonly string[];
  readonly gaps: readonly string[];
  readonly doubts: readonly string[];
  readonly keysComplete: boolean;
}

const CONSISTENCY_ORDER = ['CRASH', 'FILE_SYSTEM', 'APPLICATION'] as const;

const CONSISTENCY_TEXT = {
  CRASH: 'like after a power cut',
  FILE_SYSTEM: 'with quiet file systems',
  APPLICATION: 'with quiet applications',
} as const;

/**
 * Marks every point of a VM: chosen, next best, or refused, each with the reason. Pure: the same points in any order
 * give the same marks. A point about which something is unknown may be chosen, but says so in standing and reasons.
 */
export function chooseRestorePoint(points: readonly PointToChoose[], question: PointQuestion): PointChoice {
  const doubled = idsTwice(points);
  const weighed = points.map((point) => weigh(point, question, doubled));
  const usable = weighed.filter(({ refusals }) => refusals.length === 0).sort(better(question));
  const [first] = usable;
  const marked = usable.map((one, index): MarkedPoint => {
    const why = first === undefined || index === 0 ? whyChosen(one, question, usable) : whyNext(one, first);
    return markOf(one, index === 0 ? 'CHOSEN' : 'NEXT_BEST', index + 1, [why]);
  });
  const refused = weighed
    .filter(({ refusals }) => refusals.length > 0)
    .sort(newest)
    .map((one) => markOf(one, 'REFUSED', null, one.refusals));
  return { chosen: marked[0] ?? null, points: [...marked, ...refused] };
}

function weigh(point: PointToChoose, question: PointQuestion, doubled: ReadonlySet<string>): Weighed {
  const state = itemStates(point);
  const keys = keyGaps(point, state);
  const others = otherGaps(point, state);
  const refusals = refusalsOf(point, question);
  if (doubled.has(point.id)) refusals.push('Two points bear its id, and nobody knows which is right.');
  const [gaps, doubts] = [
    [...keys.gaps, ...others.gaps],
    [...keys.doubts, ...others.doubts],
  ];
  return { point, refusals, gaps, doubts, keysComplete: keys.gaps.length + keys.doubts.length === 0 };
}

function refusalsOf(point: PointToChoose, { at, now, consistencyMin }: PointQuestion): string[] {
  const refusals: string[] = [];
  if (!isUtcText(point.capturedAt)) refusals.push('When it was captured is not known.');
  else if (point.capturedAt > now) refusals.push(`It is dated ${point.capturedAt}, which is still to come.`);
  else if (at !== 'LATEST' && !(isUtcText(at) && point.capturedAt <= at)) {
    refusals.push(isUtcText(at) ? `It was captured after ${at}.` : `"${at}" is no moment to compare it with.`);
  }
  const ofState = refusalOfState(point.state);
  if (ofState !== null) refusals.push(ofState);
  const named = (dataState: string): string =>
    point.disks
      .filter((disk) => disk.dataState === dataState)
      .map(({ label }) => label)
      .join(', ');
  if (named('DAMAGED') !== '') refusals.push(`Data is damaged: ${named('DAMAGED')}.`);
  if (named('CAPTURING') !== '') refusals.push(`Data is still being captured: ${named('CAPTURING')}.`);
  if (!point.disks.some(hasData)) refusals.push('It holds the data of no disk.');
  const refusal = refusalOfConsistency(point.consistency, consistencyMin);
  return refusal === null ? refusals : [...refusals, refusal];
}

function refusalOfState(state: PointToChoose['state']): string | null {
  switch (state) {
    case 'AVAILABLE':
      return null;
    case 'CAPTURING':
      return 'Its capture is under way.';
    case 'FAILED':
      return 'Its capture failed.';
    case 'DAMAGED':
      return 'Its data was found missing or damaged.';
    case 'DELETED':
      return 'It was deleted.';
    default:
      return 'Its state is not known.';
  }
}

function refusalOfConsistency(
  consistency: PointToChoose['consistency'],
  wanted: PointQuestion['consistencyMin'],
): string | null {
  if (wanted === null) return null;
  if (consistency === 'UNKNOWN')
    return `Nobody knows whether it was taken ${CONSISTENCY_TEXT[wanted]}, as is asked for.`;
  if (CONSISTENCY_ORDER.indexOf(consistency) >= CONSISTENCY_ORDER.indexOf(wanted)) return null;
  return `It was taken ${CONSISTENCY_TEXT[consistency]}; asked for is ${CONSISTENCY_TEXT[wanted]}.`;
}

interface Gaps {
  readonly gaps: string[];
  readonly doubts: string[];
}

/** Key id, bundle and NVRAM are one chain; a VM proven never encrypted needs none of it. */
function keyGaps(point: PointToChoose, state: (item: CapturedItemName) => CapturedItemState): Gaps {
  if (point.encryption === 'NOT_ENCRYPTED') return { gaps: [], doubts: [] };
  if (point.encryption === 'UNKNOWN') return { gaps: [], doubts: ['Nobody knows whether the VM was encrypted.'] };
  const found: Gaps = { gaps: [], doubts: [] };
  note(found, 'Its key id', state('KEY_ID') === 'CAPTURED' && point.key === null ? 'UNKNOWN' : state('KEY_ID'));
  note(found, 'Its encryption bundle', state('ENCRYPTION_BUNDLE'));
  note(found, 'Its NVRAM', state('NVRAM') === 'NOT_PRESENT' ? 'CAPTURED' : state('NVRAM'));
  return found;
}

function otherGaps(point: PointToChoose, state: (item: CapturedItemName) => CapturedItemState): Gaps {
  const found: Gaps = { gaps: [], doubts: [] };
  note(found, 'Its ConfigInfo', state('CONFIG_INFO'));
  // An encrypted VM's NVRAM is told with its keys; a BIOS VM starts without one.
  if (point.encryption !== 'ENCRYPTED' && point.firmware !== 'BIOS') {
    note(found, 'Its NVRAM', state('NVRAM') === 'NOT_PRESENT' ? 'CAPTURED' : state('NVRAM'));
  }
  for (const disk of point.disks) {
    if (disk.dataState === 'NOT_CAPTURED') found.gaps.push(`The data of ${disk.label} was not captured.`);
    else if (disk.dataState === 'CAPTURED' && !hasData(disk))
      found.doubts.push(`Nobody knows where the data of ${disk.label} is.`);
  }
  if (point.consistency === 'UNKNOWN') found.doubts.push('Nobody knows how consistent its disks are.');
  return found;
}

function note(found: Gaps, what: string, state: CapturedItemState): void {
  if (state === 'UNKNOWN') found.doubts.push(`${what} is not known to be there.`);
  else if (state !== 'CAPTURED') found.gaps.push(`${what} was not captured.`);
}

function hasData({ dataState, indexHash }: PointToChoose['disks'][number]): boolean {
  return dataState === 'CAPTURED' && indexHash !== null;
}

function itemStates(point: PointToChoose): (item: CapturedItemName) => CapturedItemState {
  const states = new Map(point.items.map(({ item, state }) => [item, state]));
  return (item) => states.get(item) ?? 'UNKNOWN';
}

function better({ completeKeysFirst }: PointQuestion): (left: Weighed, right: Weighed) => number {
  return (left, right) =>
    (completeKeysFirst ? Number(right.keysComplete) - Number(left.keysComplete) : 0) || newest(left, right);
}

function newest({ point: left }: Weighed, { point: right }: Weighed): number {
  if (left.capturedAt !== right.capturedAt) return left.capturedAt > right.capturedAt ? -1 : 1;
  return left.id > right.id ? -1 : 1;
}

function whyChosen(chosen: Weighed, { at }: PointQuestion, usable: readonly Weighed[]): string {
  const asked = at === 'LATEST' ? 'The newest point that can be used' : `The newest usable point not after ${at}`;
  const passed = usable.some((one) => newest(one, chosen) < 0);
  return passed ? `${asked} with complete key metadata.` : `${asked}.`;
}

function whyNext(one: Weighed, chosen: Weighed): string {
  if (newest(one, chosen) > 0) return `It is older than the chosen one of ${chosen.point.capturedAt}.`;
  return `It is newer than the chosen one of ${chosen.point.capturedAt}, but its key metadata is not complete.`;
}

function markOf(one: Weighed, mark: MarkedPoint['mark'], rank: number | null, why: readonly string[]): MarkedPoint {
  const standing = one.gaps.length > 0 ? 'GAPS' : one.doubts.length > 0 ? 'UNKNOWN' : 'WHOLE';
  const { id, capturedAt } = one.point;
  return { id, capturedAt, mark, rank, standing, reasons: [...why, ...one.gaps, ...one.doubts] };
}

function idsTwice(points: readonly PointToChoose[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of points) (seen.has(id) ? twice : seen).add(id);
  return twice;
}
