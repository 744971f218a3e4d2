/** Which folders may be named as locations: none through which a caller reaches what the service itself keeps. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { LocationSetting } from './values.js';

export interface OwnPlaces {
  readonly dataFolder: string;
  readonly repositoryFolder: string;
  readonly keyFiles: readonly string[];
}

/** Folders of the data folder that are locations by default. */
const OWN_LOCATIONS = ['images', 'restores'] as const;

/** One sentence per location that is refused: why, and what to name instead. Links are followed. */
export function findLocationProblems(
  locations: Readonly<Record<string, LocationSetting>>,
  places: OwnPlaces,
): readonly string[] {
  const problems: string[] = [];
  for (const [name, { path }] of Object.entries(locations)) {
    const why = whyRefused(resolveLinks(path), places);
    if (why !== undefined) problems.push(`REINSTATE_LOCATIONS: location "${name}" (${path}) ${why}`);
  }
  return problems;
}

function whyRefused(path: string, { dataFolder, repositoryFolder, keyFiles }: OwnPlaces): string | undefined {
  if (path === '/') return 'is the whole file system; name a folder for images or restores alone';
  const data = resolveLinks(dataFolder);
  const own = OWN_LOCATIONS.map((folder) => join(data, folder));
  const instead = `name a folder outside of ${dataFolder}, or its ${OWN_LOCATIONS.join(' or ')}`;
  if (holds(path, data)) return `${path === data ? 'is' : 'contains'} the data folder; ${instead}`;
  if (holds(data, path) && !own.some((folder) => holds(folder, path))) {
    return `lies in the data folder, among database, keys and logs; ${instead}`;
  }
  const repository = resolveLinks(repositoryFolder);
  if (path === repository) return 'is the repository folder; name another folder';
  if (holds(path, repository)) return `contains the repository folder ${repositoryFolder}; name another folder`;
  if (holds(repository, path)) return `lies in the repository folder ${repositoryFolder}; name another folder`;
  const keyFile = keyFiles.find((file) => holds(path, resolveLinks(file)));
  return keyFile === undefined ? undefined : `contains the key file ${keyFile}; name another folder`;
}

/** Whether `path` is `folder` or lies in it. */
function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith('../');
}

/** The path with all links followed, as far as it exists: a location may be mounted or made later. */
function resolveLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // What does not exist, or may not be looked at, is no link that could lead elsewhere.
    const parent = dirname(path);
    return parent === path ? path : join(resolveLinks(parent), basename(path));
  }
}
