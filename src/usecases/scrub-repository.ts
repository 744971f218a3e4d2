import { foldersOfShare } from '../domain/repository-folders.js';
import type { ScrubOperationInput } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { Actor } from './actor.js';
import { startUpkeep } from './start-upkeep.js';
import type { UpkeepPorts, UpkeepResult } from './start-upkeep.js';

export interface ScrubRepositoryInput {
  readonly repository: string;
  /** Above 0, at most 100. */
  readonly sharePercent: number;
}

/** Starts reading stored objects again. Refusals: INVALID_INPUT, NOT_FOUND, REPOSITORY_BUSY. */
export async function scrubRepository(
  ports: UpkeepPorts,
  actor: Actor,
  { repository, sharePercent }: ScrubRepositoryInput,
): Promise<UpkeepResult> {
  if (!(sharePercent > 0 && sharePercent <= 100)) {
    const message = `The share is ${sharePercent} %; it must be above 0 and at most 100.`;
    return { operation: null, userErrors: [refusal('INVALID_INPUT', message, { path: ['sharePercent'] })] };
  }
  const input: ScrubOperationInput = {
    repository,
    folderCount: foldersOfShare(sharePercent),
    inBackground: false,
  };
  return await startUpkeep(ports, actor, {
    kind: 'SCRUB_REPOSITORY',
    repository,
    input: { ...input },
    action: 'repository.scrub',
    detail: { repository, sharePercent },
  });
}
