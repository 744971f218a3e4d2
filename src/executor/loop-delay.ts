import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EventLog } from '../ports/event-log.js';

const RESOLUTION_MS = 1;

/**
 * Does `work` and logs how late this process's event loop was meanwhile: heartbeats, cancellations and progress of all
 * other work wait for as long. The figures hold the timer's own millisecond.
 */
export async function withLoopDelayLogged<Result>(
  log: EventLog,
  subject: Readonly<Record<string, unknown>>,
  work: () => Promise<Result>,
): Promise<Result> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  try {
    return await work();
  } finally {
    delay.disable();
    const eventLoopDelayMs = {
      p50: inMs(delay.percentile(50)),
      p99: inMs(delay.percentile(99)),
      max: inMs(delay.max),
    };
    log.info({ ...subject, eventLoopDelayMs }, 'the work on a disk ended');
  }
}

function inMs(nanoseconds: number): number {
  return Math.round(nanoseconds / 1e4) / 100;
}
