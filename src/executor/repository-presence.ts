import type { EventLog } from '../ports/event-log.js';
import type { ExecutorRegistry } from '../ports/executor-registry.js';
import { PortError } from '../ports/port-error.js';
import type { RepositoryFolders, RepositoryLook } from '../ports/repository-folders.js';
import { patientLook } from './patient-look.js';

export interface RepositoryPresence {
  /** Whether the folder is the repository of this name that the catalog knows; why not goes to the log. */
  isPresent(name: string): Promise<boolean>;
  /** @throws PortError REPOSITORY_NOT_FOUND unless it is; nothing may be read or written there then */
  require(name: string): Promise<void>;
}

export interface RepositoryPresenceOptions {
  readonly registry: Pick<ExecutorRegistry, 'readRepositoryIdentity' | 'bindRepository'>;
  readonly folders: RepositoryFolders;
  readonly log: EventLog;
  /** Folder of each repository, by name. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly folderLimitMs?: number;
}

const NO_ANSWER: RepositoryLook = { state: 'UNUSABLE', reason: 'the folder does not answer' };

/**
 * A mount point with nothing mounted, or with another repository, is a folder too: present is only the one whose
 * identity the catalog knows. A repository that the catalog does not know yet, or keeps nothing in, is made known.
 */
export function createRepositoryPresence(options: RepositoryPresenceOptions): RepositoryPresence {
  const lookAt = patientLook((path) => options.folders.look(path), NO_ANSWER, options.folderLimitMs ?? 3_000);
  const told = new Map<string, string>();

  async function reasonOfAbsence(name: string): Promise<string | null> {
    const path = options.repositories[name];
    if (path === undefined) return 'this executor has no folder for it';
    const seen = await lookAt(path);
    if (seen.state === 'UNUSABLE') return seen.reason;
    const known = await options.registry.readRepositoryIdentity(name);
    const identity = seen.state === 'READY' ? seen.identity : null;
    if (identity !== null && identity === known.identity) return null;
    if (known.isUsed && seen.state === 'EMPTY') return 'the folder is empty or missing, so it may not be mounted';
    if (known.isUsed && known.identity !== null) {
      return identity === null
        ? 'it has no identity.json, so it is not known to be the repository of the restore points'
        : 'it is another repository than that of the restore points';
    }
    const provided = identity ?? (await options.folders.provide(path));
    const isBound = await options.registry.bindRepository(name, provided);
    return isBound ? null : 'it is another repository than that of the restore points';
  }

  async function check(name: string): Promise<string | null> {
    const reason = await reasonOfAbsence(name).catch((error: unknown) => {
      if (error instanceof PortError && error.code === 'REPOSITORY_NOT_FOUND') return error.message;
      throw error;
    });
    if (reason !== null && told.get(name) !== reason) {
      options.log.warn({ repository: name, reason }, 'the repository is not present');
    }
    if (reason === null) told.delete(name);
    else told.set(name, reason);
    return reason;
  }

  return {
    isPresent: async (name) => (await check(name)) === null,
    require: async (name) => {
      const reason = await check(name);
      if (reason === null) return;
      const message = `Repository ${name} is not present: ${reason}.`;
      throw new PortError('not-found', 'REPOSITORY_NOT_FOUND', message);
    },
  };
}
