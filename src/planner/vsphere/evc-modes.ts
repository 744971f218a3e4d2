/** Modes of enhanced vMotion compatibility by vendor, oldest first: EVCMode.key of vSphere 8. */
const MODES: readonly (readonly string[])[] = [
  [
    'intel-merom',
    'intel-penryn',
    'intel-nehalem',
    'intel-westmere',
    'intel-sandybridge',
    'intel-ivybridge',
    'intel-haswell',
    'intel-broadwell',
    'intel-skylake',
    'intel-cascadelake',
    'intel-icelake',
    'intel-sapphirerapids',
  ],
  [
    'amd-rev-e',
    'amd-rev-f',
    'amd-greyhound-no3dnow',
    'amd-greyhound',
    'amd-bulldozer',
    'amd-piledriver',
    'amd-steamroller',
    'amd-zen',
    'amd-zen2',
    'amd-zen3',
    'amd-zen4',
  ],
];

export interface EvcRank {
  readonly vendor: number;
  readonly rank: number;
}

/** Null for a word that is not known here: it may be newer than all others, or older. */
export function evcRank(mode: string): EvcRank | null {
  for (const [vendor, modes] of MODES.entries()) {
    const rank = modes.indexOf(mode);
    if (rank >= 0) return { vendor, rank };
  }
  return null;
}
