/**
 * One kind of thing that a site was asked for at one moment, as one JSON document. Null: never observed. Older than the
 * policy allows, from the future, or null: the planner treats all three alike, as unknown.
 */
export type Section<Entry> = SeenSection<Entry> | null;

interface SeenSection<Entry> {
  readonly observedAt: string;
  readonly entries: readonly Entry[];
}

/** A word of vSphere that grows with its releases: kept as text, judged only where the planner knows it. */
export type OpenWord = string;

/** UNKNOWN where nobody told it: never taken for NO. */
export type Answer = 'YES' | 'NO' | 'UNKNOWN';
