import { foldersOfShare } from '../domain/repository-folders.js';
import { executorActor, type ExecutorContext } from './context.js';

export interface ScrubSetting {
  /** 0: none is asked for by the clock. */
  readonly intervalHours: number;
  /** Share of a repository's objects that one scrub reads, in percent. */
  readonly sharePercent: number;
}

export interface ScrubSchedule {
  /** Asks for what is due. Never throws. */
  look(): Promise<void>;
  start(everyMs: number): ScrubSchedule;
  stop(): void;
}

/** The database decides what is due, so that several executors of one repository ask once. */
export function createScrubSchedule(
  context: Pick<ExecutorContext, 'executorName' | 'engineReason' | 'repositories' | 'upkeep' | 'log'> & {
    readonly repositoryPresence: Pick<ExecutorContext['repositoryPresence'], 'isPresent'>;
  },
  setting: ScrubSetting,
): ScrubSchedule {
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    if (setting.intervalHours === 0 || context.engineReason !== null) return;
    for (const repository of Object.keys(context.repositories)) {
      try {
        if (!(await context.repositoryPresence.isPresent(repository))) continue;
        const id = await context.upkeep.scheduleScrub({
          repository,
          intervalHours: setting.intervalHours,
          folderCount: foldersOfShare(setting.sharePercent),
          actor: executorActor(context),
        });
        if (id !== null) context.log.info({ operationId: id, repository }, 'a scrub is due and was asked for');
      } catch (error) {
        // The database is away: the next look asks again.
        context.log.warn({ repository, reason: (error as Error).message }, 'could not ask for a scrub that may be due');
      }
    }
  }

  const schedule: ScrubSchedule = {
    look,
    start: (everyMs) => {
      timer ??= setInterval(() => void look(), everyMs);
      return schedule;
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
  return schedule;
}
