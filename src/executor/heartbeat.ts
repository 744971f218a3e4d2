import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '../ports/event-log.js';
import type { ExecutorHeartbeat, ExecutorRegistry } from '../ports/executor-registry.js';
import type { PlaceFiles, PlaceSpace } from '../ports/place-files.js';
import type { LocationFolder } from './context.js';

export interface HeartbeatOptions {
  readonly registry: ExecutorRegistry;
  readonly files: PlaceFiles;
  readonly log: EventLog;
  readonly identity: Pick<ExecutorHeartbeat, 'id' | 'name' | 'version' | 'engineReason' | 'startedAt'>;
  readonly locations: Readonly<Record<string, LocationFolder>>;
  readonly repositories: Readonly<Record<string, string>>;
  /** How long a folder may take to answer, default 3,000. */
  readonly folderLimitMs?: number;
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
  const lookAt = patientLook(options.files, options.folderLimitMs ?? 3_000);
  const beat = async (): Promise<void> => options.registry.beat(await observe(options, lookAt));
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

type LookAt = (path: string) => Promise<PlaceSpace>;

const NO_ANSWER: PlaceSpace = { readable: false, writable: false, freeBytes: null };

/**
 * A folder on a dead mount never answers, and must not silence the executor: it counts as one that cannot be used. It is
 * not asked again until it has answered, because each question that hangs holds a thread of this process.
 */
function patientLook(files: Pick<PlaceFiles, 'space'>, limitMs: number): LookAt {
  const asked = new Map<string, Promise<PlaceSpace>>();
  return async (path) => {
    const answer = asked.get(path) ?? files.space(path).finally(() => asked.delete(path));
    asked.set(path, answer);
    const timer = new AbortController();
    const late = sleep(limitMs, NO_ANSWER, { signal: timer.signal, ref: false }).catch(() => NO_ANSWER);
    try {
      return await Promise.race([answer, late]);
    } finally {
      timer.abort();
    }
  };
}

async function observe(options: HeartbeatOptions, lookAt: LookAt): Promise<ExecutorHeartbeat> {
  const locations = sortedEntries(options.locations).map(async ([name, { path, writable }]) => {
    const space = await lookAt(path);
    return { name, readable: space.readable, writable: writable && space.writable, freeBytes: space.freeBytes };
  });
  const repositories = sortedEntries(options.repositories).map(async ([name, path]) => {
    return { name, present: (await lookAt(path)).readable };
  });
  return {
    ...options.identity,
    locations: await Promise.all(locations),
    repositories: await Promise.all(repositories),
  };
}

function sortedEntries<Value>(byName: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(byName).sort(([one], [other]) => (one < other ? -1 : 1));
}
