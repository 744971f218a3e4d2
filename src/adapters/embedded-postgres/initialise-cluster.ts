import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import type { ClusterPlace } from './cluster-place.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { describeFailure, runProgram } from './run-program.js';

export const SUPERUSER = 'reinstate';

/**
 * Makes an empty cluster. It gets its final name only when initdb has finished, so a killed run leaves nothing that
 * looks like a cluster.
 * @throws EmbeddedPostgresError INITIALISATION_FAILED
 */
export async function initialiseCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  password: string,
): Promise<void> {
  const draft = `${place.clusterPath}.draft`;
  const passwordFile = `${place.clusterPath}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (place.account !== undefined) {
    chownSync(draft, place.account.userId, place.account.groupId);
    chownSync(passwordFile, place.account.userId, place.account.groupId);
  }
  try {
    const result = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        // An empty LANG alone would give SQL_ASCII.
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      place.account,
      binaries.environment,
    );
    if (result.exitCode !== 0) {
      throw new EmbeddedPostgresError(
        'INITIALISATION_FAILED',
        `Making the database in ${dirname(draft)} failed: initdb ${describeFailure(result)}. ` +
          'Check free space and permissions of that folder, then start again.',
      );
    }
    renameSync(draft, place.clusterPath);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The superuser's password, from `keys/postgres-password` (0600). Made when the cluster does not exist yet.
 * @throws EmbeddedPostgresError CLUSTER_DAMAGED when the cluster exists and the file does not
 */
export function providePassword(dataFolder: string, clusterExists: boolean): string {
  const path = join(dataFolder, 'keys', 'postgres-password');
  if (existsSync(path)) {
    const password = readFileSync(path, 'utf8').trim();
    if (password !== '') return password;
  }
  if (clusterExists) {
    throw new EmbeddedPostgresError(
      'CLUSTER_DAMAGED',
      `${path} is missing or empty but the database it belongs to exists. Restore that file from a back-up of the ` +
        'data folder.',
    );
  }
  const password = randomBytes(24).toString('hex');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return password;
}
