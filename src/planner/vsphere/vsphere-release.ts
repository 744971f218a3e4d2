/** Releases of vSphere in their order; the library's releases bear the same numbers. */
const RELEASES = ['5.0', '5.1', '5.5', '6.0', '6.5', '6.7', '7.0', '8.0', '9.0'];

/** A library serves releases from two before its own to one after it. */
const BEFORE = 2;
const AFTER = 1;

/** Null when one of the two is not told, or of a release that the planner does not know. */
export function libraryServes(libraryVersion: string | null, siteVersion: string | null): boolean | null {
  const library = releaseIndex(libraryVersion);
  const site = releaseIndex(siteVersion);
  if (library === null || site === null) return null;
  return site >= library - BEFORE && site <= library + AFTER;
}

function releaseIndex(version: string | null): number | null {
  const parts = versionParts(version);
  if (parts === null) return null;
  const [major = 0, minor = 0] = parts;
  // From 7 on, what follows the first number is an update of the same release.
  const index = RELEASES.indexOf(major >= 7 ? `${major}.0` : `${major}.${minor}`);
  return index < 0 ? null : index;
}

/** Whether a version is at least another one; null when it is not told or not made of numbers. */
export function isAtLeast(version: string | null, least: string): boolean | null {
  const [have, want] = [versionParts(version), versionParts(least)];
  if (have === null || want === null) return null;
  for (let position = 0; position < Math.max(have.length, want.length); position += 1) {
    const difference = (have[position] ?? 0) - (want[position] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The same few versions are asked for with every plan. */
const PARTS = new Map<string, readonly number[] | null>();
const PARTS_MAX = 1000;

function versionParts(version: string | null): readonly number[] | null {
  if (version === null) return null;
  const known = PARTS.get(version);
  if (known !== undefined) return known;
  const parts = /^\d+(\.\d+)+$/.test(version) ? version.split('.').map(Number) : null;
  if (PARTS.size >= PARTS_MAX) PARTS.clear();
  PARTS.set(version, parts);
  return parts;
}
