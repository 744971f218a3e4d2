import type { ExecutorFact, LocationFact, PlannerFacts } from './facts.js';

/** The target location as one executor sees it, null if it has none of that name. */
export function targetLocation(facts: PlannerFacts, executor: ExecutorFact): LocationFact | null {
  return executor.locations.find((location) => location.name === facts.request.target.location) ?? null;
}
