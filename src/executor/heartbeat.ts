import type { EventLog } from '../ports/event-log.js';
import type { ExecutorHeartbeat, ExecutorRegistry } from '../ports/executor-registry.js';
import type { PlaceFiles } from '../ports/place-files.js';
import type { LocationFolder } from './context.js';

export interface HeartbeatOptions {
  readonly registry: ExecutorRegistry;
  readonly files: PlaceFiles;
  readonly log: EventLog;
  readonly identity: Pick<ExecutorHeartbeat, 'id' | 'name' | 'version' | 'engineReason' | 'startedAt'>;
  readonly locations: Readonly<Record<string, LocationFolder>>;
  readonly repositories: Readonly<Record<string, string>>;
}

export interface Heartbeat {
  /** Throws what the database says; the first one must succeed, because operations refer to the executor's row. */
  beat(): Promise<void>;
  start(everyMs: number): void;
  stop(): void;
}

/** Tells who this executor is and what it can reach, so that plans are made from facts with an age. */
export function createHeartbeat(options: HeartbeatOptions): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  let beating = false;
  const beat = async (): Promise<void> => options.registry.beat(await observe(options));
  const beatOrSay = async (): Promise<void> => {
    if (beating) return;
    beating = true;
    try {
      await beat();
    } catch (error) {
      options.log.warn({ reason: (error as Error).message }, 'the heartbeat was not written');
    } finally {
      beating = false;
    }
  };
  return {
    beat,
    start: (everyMs) => {
      timer ??= setInterval(() => void beatOrSay(), everyMs);
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

async function observe(options: HeartbeatOptions): Promise<ExecutorHeartbeat> {
  const locations = [];
  for (const [name, { path, writable }] of sortedEntries(options.locations)) {
    const space = await options.files.space(path);
    locations.push({
      name,
      readable: space.readable,
      writable: writable && space.writable,
      freeBytes: space.freeBytes,
    });
  }
  const repositories = [];
  for (const [name, path] of sortedEntries(options.repositories)) {
    repositories.push({ name, present: (await options.files.space(path)).readable });
  }
  return { ...options.identity, locations, repositories };
}

function sortedEntries<Value>(byName: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(byName).sort(([one], [other]) => (one < other ? -1 : 1));
}
