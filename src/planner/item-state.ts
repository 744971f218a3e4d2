import type { CapturedItemName, CapturedItemState } from '../domain/words.js';
import type { CommonFacts } from './facts.js';

/** State of a captured item; one that the facts do not list is UNKNOWN, never absent. */
export function itemState(facts: CommonFacts, item: CapturedItemName): CapturedItemState {
  return facts.restorePoint.items.find((candidate) => candidate.item === item)?.state ?? 'UNKNOWN';
}
