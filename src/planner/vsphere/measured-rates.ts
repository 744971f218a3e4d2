import type { Transport } from '../../domain/words.js';
import type { DurationEstimate } from '../plan.js';
import type { RateRange, StreamPlan } from '../vsphere-plan.js';
import type { DiskWay } from './context.js';
import type { ExecutorView } from './executor-view.js';
import { groupOf } from './plan-streams.js';

/** What this executor measured by this transport on that datastore, else over all; null where it never did. */
export function expectedRate(
  executor: ExecutorView,
  transport: Transport,
  datastoreId: string | null,
): RateRange | null {
  let over: RateRange | null = null;
  for (const rate of executor.fact.proxy.rates) {
    if (rate.transport !== transport || !(rate.minimumBytesPerSecond > 0)) continue;
    const { minimumBytesPerSecond, maximumBytesPerSecond } = rate;
    if (!(maximumBytesPerSecond >= minimumBytesPerSecond)) continue;
    if (rate.datastoreId === datastoreId) return { minimumBytesPerSecond, maximumBytesPerSecond };
    if (rate.datastoreId === null) over = { minimumBytesPerSecond, maximumBytesPerSecond };
  }
  return over;
}

/**
 * From all disks at once within their streams to one after the other. Null as soon as one disk's amount or rate is not
 * known: a range over a part would be taken for the whole.
 */
export function estimateDuration(ways: readonly DiskWay[], streams: readonly StreamPlan[]): DurationEstimate | null {
  let slowestOneByOne = 0;
  const fastest = new Map<string, number>();
  for (const { situation, transport, executor, rate } of ways) {
    if (!situation.hasData) continue;
    const bytes = situation.disk.dataBytes;
    if (transport === null || executor === null || rate === null || bytes === null) return null;
    slowestOneByOne += bytes / rate.minimumBytesPerSecond;
    const group = groupOf(transport);
    fastest.set(group, (fastest.get(group) ?? 0) + bytes / rate.maximumBytesPerSecond);
  }
  let shortest = 0;
  for (const [group, seconds] of fastest) {
    const atOnce = streams.find((one) => one.group === group)?.atOnce ?? 1;
    // Disks outside the snapshot window go before those inside it, so that groups add up.
    shortest += seconds / Math.max(1, atOnce);
  }
  if (fastest.size === 0) return null;
  return {
    minimumSeconds: Math.floor(shortest),
    maximumSeconds: Math.ceil(slowestOneByOne),
    basis: 'rates that these executors measured themselves',
  };
}
