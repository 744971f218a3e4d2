import type { CollectGarbageOperationInput, UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { Actor } from './actor.js';
import { startUpkeep } from './start-upkeep.js';
import type { UpkeepPorts, UpkeepResult } from './start-upkeep.js';

const HOUR_MS = 3_600_000;

export interface CollectGarbageInput {
  readonly repository: string;
  readonly dryRun: boolean;
  /** Whole hours, at least 1: longer than any capture takes from its end to its record. */
  readonly minimumAgeHours: number;
  /** The repository's name, typed by a person who has seen what would go. */
  readonly confirmRepository?: string | null | undefined;
}

/** Starts a collection. Refusals: INVALID_INPUT, REMOVAL_NOT_CONFIRMED, NOT_FOUND, REPOSITORY_BUSY. */
export async function collectGarbage(
  ports: UpkeepPorts,
  actor: Actor,
  { repository, dryRun, minimumAgeHours, confirmRepository }: CollectGarbageInput,
): Promise<UpkeepResult> {
  const wrong = check(repository, minimumAgeHours, confirmRepository);
  if (wrong !== null) return { operation: null, userErrors: [wrong] };
  const confirmed = confirmRepository != null;
  const input: CollectGarbageOperationInput = {
    repository,
    dryRun,
    minimumAgeMs: minimumAgeHours * HOUR_MS,
    confirmed,
  };
  return await startUpkeep(ports, actor, {
    kind: 'COLLECT_GARBAGE',
    repository,
    input: { ...input },
    action: 'repository.collectGarbage',
    detail: { repository, dryRun, minimumAgeHours, confirmed },
  });
}

function check(repository: string, hours: number, confirmRepository: string | null | undefined): UserErrorData | null {
  if (!Number.isInteger(hours) || hours < 1 || hours > 87_600) {
    const message = `The minimum age is ${hours} hours; it must be a whole number from 1 to 87600.`;
    return refusal('INVALID_INPUT', message, { path: ['minimumAgeHours'] });
  }
  if (confirmRepository == null || confirmRepository === repository) return null;
  const message = `The confirmation names another repository than "${repository}".`;
  const remedy = 'Type the name of the repository, or leave the confirmation out.';
  return refusal('REMOVAL_NOT_CONFIRMED', message, { path: ['confirmRepository'], remedy });
}
