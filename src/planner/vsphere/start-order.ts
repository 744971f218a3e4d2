import type { ServiceFact } from '../facts/site.js';
import type { Indexed } from './site-view.js';

export interface StartOrder {
  /** Services that do not run for certain, in an order in which each finds what it needs. */
  readonly order: readonly ServiceFact[];
  /** Those for which there is no such order: they need each other in a circle, or something that nobody named. */
  readonly stuck: readonly ServiceFact[];
}

/** What runs needs nothing any more. Ties go by name, so that the order is always the same. */
export function startOrder(services: Indexed<ServiceFact> | null): StartOrder {
  const waiting = (services?.list ?? []).filter((one) => one.running !== 'YES');
  const up = new Set((services?.list ?? []).filter((one) => one.running === 'YES').map(({ name }) => name));
  const order: ServiceFact[] = [];
  let stuck = waiting;
  for (let before = -1; before !== order.length; ) {
    before = order.length;
    const ready = stuck.filter(({ needs }) => needs.every((name) => up.has(name)));
    for (const one of ready) up.add(one.name);
    order.push(...ready);
    stuck = stuck.filter((one) => !up.has(one.name));
  }
  return { order, stuck };
}
