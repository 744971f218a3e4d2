import type { EventLog } from '../ports/event-log.js';
import type { ExecutorHeartbeat, ExecutorRegistry } from '../ports/executor-registry.js';
import type { PlaceFiles, PlaceSpace } from '../ports/place-files.js';
import type { LocationFolder } from './context.js';
import { patientLook } from './patient-look.js';
import type { RepositoryPresence } from './repository-presence.js';

export interface HeartbeatOptions {
  readonly registry: ExecutorRegistry;
  readonly files: PlaceFiles;
  readonly log: EventLog;
  readonly identity: Pick<ExecutorHeartbeat, 'id' | 'name' | 'version' | 'engineReason' | 'startedAt'>;
  readonly locations: Readonly<Record<string, LocationFolder>>;
  /** Names of the repositories that this executor has folders for. */
  readonly repositories: readonly string[];
  readonly presence: Pick<RepositoryPresence, 'isPresent'>;
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
  const lookAt = patientLook((path) => options.files.space(path), NO_ANSWER, options.folderLimitMs ?? 3_000);
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

async function observe(options: HeartbeatOptions, lookAt: LookAt): Promise<ExecutorHeartbeat> {
  const locations = sortedEntries(options.locations).map(async ([name, { path, writable }]) => {
    const space = await lookAt(path);
    return { name, readable: space.readable, writable: writable && space.writable, freeBytes: space.freeBytes };
  });
  const repositories = [...options.repositories].sort().map(async (name) => {
    return { name, present: await options.presence.isPresent(name) };
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
