import type { Transport } from '../../domain/words.js';
import type { HostFact } from '../facts/site.js';
import type { StreamGroup, StreamPlan } from '../vsphere-plan.js';
import { hotaddSlots } from './hotadd-slots.js';
import { isFresh } from './site-view.js';
import type { DiskWay, WithHost } from './context.js';
import { addSeconds } from '../../domain/time.js';

/** 16 buffers of 64 KiB four times over, as the library asks for by default. */
const NFC_BYTES_PER_DISK = 4 * 1024 * 1024;

/** Transports that share one limit. */
export function groupOf(transport: Transport): StreamGroup {
  if (transport === 'SAN') return 'SAN';
  if (transport === 'HOTADD') return 'HOTADD';
  return transport === 'NBD' || transport === 'NBDSSL' ? 'NFC' : 'HTTP';
}

/**
 * [S16] About six SAN streams a host over all running work; NFC by the host's memory and connections; HotAdd by the
 * slots of its proxies. Counted apart: what runs in one group takes nothing from another.
 */
export function planStreams(context: WithHost, ways: readonly DiskWay[]): StreamPlan[] {
  const { host } = context;
  if (host === null) return [];
  const plans: StreamPlan[] = [];
  for (const group of ['HOTADD', 'HTTP', 'NFC', 'SAN'] as const) {
    const disks = ways.filter(({ transport }) => transport !== null && groupOf(transport) === group);
    if (disks.length === 0) continue;
    const limit = limitOf(context, host, group, disks);
    const runningElsewhere = runningStreams(context, host, group);
    const free = limit === null || runningElsewhere === null ? null : Math.max(0, limit - runningElsewhere);
    plans.push({
      hostId: host.id,
      group,
      disks: disks.length,
      limit,
      runningElsewhere,
      atOnce: free === null ? null : Math.min(free, disks.length),
    });
  }
  return plans;
}

function limitOf(context: WithHost, host: HostFact, group: StreamGroup, ways: readonly DiskWay[]): number | null {
  const { policy } = context.facts;
  switch (group) {
    case 'SAN':
      return policy.sanStreamsPerHostMax;
    case 'NFC':
      return nfcLimit(policy.nbdStreamsPerHostMax, host.nfcMemoryBytes);
    case 'HOTADD':
      return freeSlots(ways);
    case 'HTTP':
      return null;
  }
}

/** Disks at once by the policy and by the memory that all NFC sessions of a host share; null when not told. */
export function nfcLimit(policyMax: number, nfcMemoryBytes: number | null): number | null {
  return nfcMemoryBytes === null ? null : Math.min(policyMax, Math.floor(nfcMemoryBytes / NFC_BYTES_PER_DISK));
}

/** Free slots of the proxies that were chosen, each counted once; null when one of them did not tell all. */
function freeSlots(ways: readonly DiskWay[]): number | null {
  let total = 0;
  for (const executor of new Set(ways.map((way) => way.executor))) {
    const slots = executor === null ? null : hotaddSlots(executor);
    if (slots === null || slots.mayBeMore) return null;
    total += slots.free;
  }
  return total;
}

function runningStreams({ facts }: WithHost, host: HostFact, group: StreamGroup): number | null {
  const { running, now, policy } = facts;
  if (running === null || !isFresh(running.observedAt, addSeconds(now, -policy.factAgeMaxSeconds), now)) return null;
  let streams = 0;
  for (const one of running.entries) {
    if (one.hostId === host.id && groupOf(one.transport) === group) streams += one.streams;
  }
  return streams;
}
