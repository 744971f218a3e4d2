import { CAPTURED_ITEMS } from '../domain/words.js';
import type { PlannerFacts } from './facts.js';

/**
 * Lists in the order of their keys, so that the order in which facts arrived changes no plan: executors, locations and
 * repositories by name, disks and requested keys ascending by device key, captured items in the order of their word
 * list.
 */
export function normaliseFacts(facts: PlannerFacts): PlannerFacts {
  const { deviceKeys } = facts.request;
  const executors = facts.executors.map((executor) => ({
    ...executor,
    locations: byName(executor.locations),
    repositories: byName(executor.repositories),
  }));
  return {
    ...facts,
    request: {
      ...facts.request,
      deviceKeys: deviceKeys === null ? null : [...new Set(deviceKeys)].sort((left, right) => left - right),
    },
    restorePoint: {
      ...facts.restorePoint,
      disks: [...facts.restorePoint.disks].sort((left, right) => left.deviceKey - right.deviceKey),
      items: [...facts.restorePoint.items].sort(
        (left, right) => CAPTURED_ITEMS.indexOf(left.item) - CAPTURED_ITEMS.indexOf(right.item),
      ),
    },
    executors: byName(executors),
  };
}

function byName<Named extends { readonly name: string }>(list: readonly Named[]): Named[] {
  return [...list].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
}
