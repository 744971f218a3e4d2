import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { describeFailure, runProgram } from './run-program.js';
import type { ServiceAccount } from './service-account.js';

/** Programs that can be run, and the environment that they need to find their libraries. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/**
 * Binaries that `account` can run. They are used where npm put them when that works; else a whole copy is kept under
 * `sharedFolder` (one per version, shared by all instances). npm 11 runs no install scripts, so the library links
 * that the package makes in its own may be missing: they are made beside the data, node_modules is never written to.
 * @throws EmbeddedPostgresError BINARIES_MISSING, BINARIES_UNUSABLE
 */
export async function provideBinaries(
  account: ServiceAccount | undefined,
  linksFolder: string,
  sharedFolder: string,
  packageFolder = findPackageFolder(),
): Promise<PostgresBinaries> {
  const nativeFolder = join(packageFolder, 'native');
  const missingLinks = readLinks(packageFolder).filter((link) => !existsSync(join(packageFolder, link.target)));
  if (account === undefined) {
    const libraryFolder =
      missingLinks.length === 0 ? undefined : makeLinksFolder(packageFolder, missingLinks, linksFolder);
    const binaries = describeBinaries(nativeFolder, libraryFolder);
    const check = await runProgram(binaries.postgres, ['--version'], undefined, binaries.environment);
    if (check.exitCode === 0) return binaries;
    throw unusable(nativeFolder, describeFailure(check));
  }
  if (missingLinks.length === 0) {
    const binaries = describeBinaries(nativeFolder, undefined);
    const check = await runProgram(binaries.postgres, ['--version'], account, binaries.environment);
    if (check.exitCode === 0) return binaries;
  }
  const copy = describeBinaries(copyBinaries(packageFolder, sharedFolder), undefined);
  const check = await runProgram(copy.postgres, ['--version'], account, copy.environment);
  if (check.exitCode === 0) return copy;
  throw unusable(dirname(dirname(copy.postgres)), describeFailure(check));
}

function describeBinaries(nativeFolder: string, libraryFolder: string | undefined): PostgresBinaries {
  return {
    initdb: join(nativeFolder, 'bin', 'initdb'),
    postgres: join(nativeFolder, 'bin', 'postgres'),
    environment: {
      LC_ALL: 'C',
      PATH: '/usr/bin:/bin',
      // The package's folder as well: a library found through a link looks for its own ones beside that link.
      ...(libraryFolder === undefined ? {} : { LD_LIBRARY_PATH: `${libraryFolder}:${join(nativeFolder, 'lib')}` }),
    },
  };
}

function findPackageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw new EmbeddedPostgresError(
      'BINARIES_MISSING',
      `The npm package ${name} with the PostgreSQL programs is not installed. Run npm ci without --omit=optional ` +
        'on this machine, or set DATABASE_URL to use a PostgreSQL of your own.',
      error,
    );
  }
}

function readLinks(packageFolder: string): readonly LibraryLink[] {
  const path = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(path)) return [];
  return JSON.parse(readFileSync(path, 'utf8')) as LibraryLink[];
}

/** A folder that holds nothing but the missing library names, as links to the files in the package. */
function makeLinksFolder(packageFolder: string, links: readonly LibraryLink[], folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const link of links) {
    const path = join(folder, basename(link.target));
    // A link of an earlier checkout may point nowhere: always made anew.
    rmSync(path, { force: true });
    symlinkSync(join(packageFolder, link.source), path);
  }
  return folder;
}

/** Copies programs, libraries and shared files once per package version. Safe beside another copier: rename decides. */
function copyBinaries(packageFolder: string, sharedFolder: string): string {
  const version = (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string })
    .version;
  const place = join(sharedFolder, `postgresql-${version}`);
  if (existsSync(place)) return place;
  mkdirSync(sharedFolder, { recursive: true });
  chmodSync(sharedFolder, 0o711);
  const draft = `${place}.draft-${randomBytes(6).toString('hex')}`;
  try {
    cpSync(join(packageFolder, 'native'), draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a') && basename(source) !== 'pgxs' && basename(source) !== 'pkgconfig',
    });
    for (const link of readLinks(packageFolder)) {
      const path = resolve(draft, relative('native', link.target));
      if (!existsSync(path)) symlinkSync(basename(link.source), path);
    }
    makeReadableByAll(draft);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
  return place;
}

/** A checkout made under umask 077 holds files that only its owner may read: the copy must not inherit that. */
function makeReadableByAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadableByAll(path);
    if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

function unusable(folder: string, why: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'BINARIES_UNUSABLE',
    `The PostgreSQL program in ${folder} ${why}. Install the npm packages again on this machine, ` +
      'or set DATABASE_URL to use a PostgreSQL of your own.',
  );
}
