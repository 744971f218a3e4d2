import type { ExecutorFact, LocationFact, LocalFilesFacts } from './facts.js';

/** The target location as one executor sees it, null if it has none of that name. */
export function targetLocation(facts: LocalFilesFacts, executor: ExecutorFact): LocationFact | null {
  return executor.locations.find((location) => location.name === facts.request.target.location) ?? null;
}
