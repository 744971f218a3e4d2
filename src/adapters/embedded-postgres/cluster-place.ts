import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runProgram } from './run-program.js';
import type { ServiceAccount } from './service-account.js';

export const MAJOR_VERSION = '18';
/** Where binaries and clusters live when the service account cannot reach them inside root's own folders. */
export const SHARED_ROOT = '/var/lib/reinstate';

/** Where the cluster of one data folder lies and who runs it. */
export interface ClusterPlace {
  /** Absolute, links resolved: PostgreSQL's data folder. May not exist yet. */
  readonly clusterPath: string;
  readonly exists: boolean;
  readonly account: ServiceAccount | undefined;
  /** Folder for the local socket, or undefined when there is none that the account can write to. */
  readonly socketFolder: string | undefined;
}

/**
 * Finds or chooses the cluster folder: `postgres-18` in the data folder, or a link there to a folder of its own under
 * `/var/lib/reinstate/instances` when the service account cannot enter the data folder.
 * @throws EmbeddedPostgresError CLUSTER_OWNED_BY_ANOTHER_FOLDER, CLUSTER_DAMAGED
 */
export async function placeCluster(dataFolder: string, account: ServiceAccount | undefined): Promise<ClusterPlace> {
  const path = join(dataFolder, `postgres-${MAJOR_VERSION}`);
  const kind = kindOf(path);
  if (kind === 'link') return placeLinked(dataFolder, path, account);
  if (kind === 'folder') {
    checkVersion(path);
    return describePlace(path, ownerOf(path, account), dataFolder);
  }
  if (account === undefined || (await canEnter(dataFolder, account))) return describePlace(path, account, dataFolder);
  const instance = makeInstanceFolder(dataFolder, account);
  symlinkSync(join(instance, `postgres-${MAJOR_VERSION}`), path);
  return placeLinked(dataFolder, path, account);
}

/** Removes the cluster of a throw-away data folder, wherever it lies. The server must be stopped. */
export function removeCluster(dataFolder: string): void {
  const path = join(dataFolder, `postgres-${MAJOR_VERSION}`);
  if (kindOf(path) === 'link') {
    const instance = dirname(resolve(dataFolder, readlinkSync(path)));
    // Only a folder that says it belongs to this data folder is removed.
    if (readOwner(instance) === realpathSync(dataFolder)) rmSync(instance, { recursive: true, force: true });
  }
  rmSync(path, { recursive: true, force: true });
}

function placeLinked(dataFolder: string, link: string, account: ServiceAccount | undefined): ClusterPlace {
  const target = resolve(dataFolder, readlinkSync(link));
  const instance = dirname(target);
  const here = realpathSync(dataFolder);
  const owner = readOwner(instance);
  if (owner !== undefined && owner !== here) {
    // A copied data folder still links to the original's cluster; two services must never share one.
    if (existsSync(join(owner, `postgres-${MAJOR_VERSION}`))) {
      throw new EmbeddedPostgresError(
        'CLUSTER_OWNED_BY_ANOTHER_FOLDER',
        `${link} points to the database of ${owner}, so ${dataFolder} looks like a copy of that data folder. ` +
          'Start the service with the original, or restore the copy from a database back-up into an empty data folder.',
      );
    }
    writeOwner(instance, here);
  }
  if (existsSync(target)) checkVersion(target);
  const place = describePlace(target, ownerOf(existsSync(target) ? target : instance, account), dataFolder);
  return { ...place, socketFolder: shortEnough(instance) };
}

function describePlace(path: string, account: ServiceAccount | undefined, dataFolder: string): ClusterPlace {
  const exists = existsSync(join(path, 'PG_VERSION'));
  const clusterPath = join(realpathSync(dirname(path)), `postgres-${MAJOR_VERSION}`);
  const socketFolder = account === undefined ? shortEnough(join(dataFolder, 'run')) : undefined;
  return { clusterPath, exists, account, socketFolder };
}

/** A socket's whole path must stay under 108 bytes; PostgreSQL adds `/.s.PGSQL.65535`. */
function shortEnough(folder: string): string | undefined {
  return Buffer.byteLength(folder) <= 90 ? folder : undefined;
}

/** PostgreSQL insists on running as the owner of its folder, e.g. one made before the service ran as root. */
function ownerOf(path: string, account: ServiceAccount | undefined): ServiceAccount | undefined {
  if (account === undefined) return undefined;
  const { uid, gid } = statSync(path);
  if (uid === account.userId || uid === 0) return account;
  return { name: `user ${uid}`, userId: uid, groupId: gid };
}

function checkVersion(path: string): void {
  const versionFile = join(path, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (readdirSync(path).length === 0) {
      rmSync(path, { recursive: true });
      return;
    }
    throw new EmbeddedPostgresError(
      'CLUSTER_DAMAGED',
      `${path} holds files but no PG_VERSION, so it is no whole PostgreSQL cluster. ` +
        'Restore the data folder from a back-up, or move this folder away to begin with an empty database.',
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new EmbeddedPostgresError(
    'CLUSTER_DAMAGED',
    `${path} was made by PostgreSQL ${version}, this release carries ${MAJOR_VERSION}. ` +
      'Use the release that made it, or dump the database there and load it here.',
  );
}

async function canEnter(folder: string, account: ServiceAccount): Promise<boolean> {
  // Asked of the kernel as that account: mode bits alone miss ACLs, namespaces and mount options.
  const result = await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account, { PATH: '/usr/bin:/bin' });
  return result.exitCode === 0;
}

function makeInstanceFolder(dataFolder: string, account: ServiceAccount): string {
  const instances = join(SHARED_ROOT, 'instances');
  mkdirSync(instances, { recursive: true });
  // To be passed through, not to be listed: what lies inside has modes of its own.
  chmodSync(SHARED_ROOT, 0o711);
  chmodSync(instances, 0o711);
  const instance = join(instances, randomBytes(8).toString('hex'));
  mkdirSync(instance, { mode: 0o700 });
  chownSync(instance, account.userId, account.groupId);
  writeOwner(instance, realpathSync(dataFolder));
  return instance;
}

function readOwner(instance: string): string | undefined {
  const path = join(instance, 'data-folder');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

function writeOwner(instance: string, dataFolder: string): void {
  writeFileSync(join(instance, 'data-folder'), `${dataFolder}\n`, { mode: 0o600 });
}

function kindOf(path: string): 'link' | 'folder' | 'nothing' {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return 'nothing';
  return facts.isSymbolicLink() ? 'link' : 'folder';
}
