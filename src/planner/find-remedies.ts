import type { Verdict } from '../domain/words.js';
import type { VsphereFacts } from './facts.js';
import { decideVsphere } from './plan-restore.js';
import { changesFor } from './remedy-changes.js';
import type { Change } from './remedy-changes.js';

/** What would improve a verdict, proven by planning again with it. */
export interface Remedy {
  /** Ids of one change or two, in the order in which they are made. */
  readonly changes: readonly string[];
  /** One sentence a change, for a person. */
  readonly texts: readonly string[];
  readonly verdict: Verdict;
}

export interface Remedies {
  readonly verdict: Verdict;
  /** Best verdict first; single changes, and pairs only where no single change makes the verdict good. */
  readonly remedies: readonly Remedy[];
}

const RANK: Readonly<Record<Verdict, number>> = {
  RESTORABLE: 0,
  RESTORABLE_WITH_LOSS: 1,
  UNKNOWN: 2,
  NOT_RESTORABLE: 3,
};

/** Nothing for a verdict that cannot be better; an empty list where no change that is known here helps. */
export function findRemedies(facts: VsphereFacts): Remedies {
  const { verdict } = decideVsphere(facts);
  if (verdict === 'RESTORABLE') return { verdict, remedies: [] };
  const changes = changesFor(facts);
  const singles = changes.flatMap((change) => weigh(facts, verdict, [change]));
  if (singles.some((remedy) => RANK[remedy.verdict] <= RANK.RESTORABLE_WITH_LOSS)) {
    return { verdict, remedies: inOrder(singles) };
  }
  const pairs: Remedy[] = [];
  for (const [position, first] of changes.entries()) {
    for (const second of changes.slice(position + 1)) pairs.push(...weigh(facts, verdict, [first, second]));
  }
  const good = pairs.filter((remedy) => RANK[remedy.verdict] <= RANK.RESTORABLE_WITH_LOSS);
  return { verdict, remedies: inOrder([...singles, ...(good.length > 0 ? good : minus(pairs, singles))]) };
}

function weigh(facts: VsphereFacts, before: Verdict, changes: readonly Change[]): Remedy[] {
  let changed = facts;
  for (const change of changes) changed = change.apply(changed);
  const { verdict } = decideVsphere(changed);
  if (RANK[verdict] >= RANK[before]) return [];
  return [{ changes: changes.map(({ id }) => id), texts: changes.map(({ text }) => text), verdict }];
}

/** A pair of which one alone does as much says nothing new. */
function minus(pairs: readonly Remedy[], singles: readonly Remedy[]): Remedy[] {
  return pairs.filter((pair) => !singles.some(({ changes }) => pair.changes.includes(changes[0] ?? '')));
}

function inOrder(remedies: readonly Remedy[]): Remedy[] {
  return [...remedies].sort(
    (left, right) =>
      RANK[left.verdict] - RANK[right.verdict] ||
      left.changes.length - right.changes.length ||
      (left.changes.join() < right.changes.join() ? -1 : 1),
  );
}
