/**
 * Published defects that make increments by changed block tracking wrong without any error. They are data, so that a
 * new one is an entry and not code.
 */
export interface ChangeTrackingDefect {
  /** Stable; points keep it. */
  readonly id: string;
  readonly title: string;
  /** Where it was published. */
  readonly source: string;
  /** Releases of ESXi that have it; null when it is of a tool. */
  readonly hosts: HostWindow | null;
  /** Tools that have it; null when it is of hosts. */
  readonly tool: ToolWindow | null;
  /** ALWAYS in that window, or only once a disk was GROWN_PAST_128_GIB while tracked. */
  readonly when: 'ALWAYS' | 'GROWN_PAST_128_GIB';
}

interface HostWindow {
  /** First numbers of the version: `4.`, `6.0`. */
  readonly versions: readonly string[];
  /** First build without the defect; null when no build of these releases is without it. */
  readonly fixedInBuild: number | null;
}

interface ToolWindow {
  readonly name: string;
  /** First version without the defect. */
  readonly fixedIn: readonly number[];
}

export const CHANGE_TRACKING_DEFECTS: readonly ChangeTrackingDefect[] = [
  {
    id: 'grown-past-128-gib',
    title: 'growing a tracked disk past a multiple of 128 GiB loses changes',
    source: 'Broadcom knowledge base article 310751',
    hosts: { versions: ['4.', '5.'], fixedInBuild: null },
    tool: null,
    when: 'GROWN_PAST_128_GIB',
  },
  {
    id: 'esxi-6.0-consolidation',
    title: 'ESXi 6.0 loses changes when snapshots are consolidated',
    source: 'Broadcom knowledge base article 317933, mended by ESXi600-201511001',
    hosts: { versions: ['6.0'], fixedInBuild: 3_247_720 },
    tool: null,
    when: 'ALWAYS',
  },
  {
    id: 'bareos-pages',
    title: 'Bareos before 24.0.1 does not ask for changed areas to the end of the disk',
    source: 'Bareos documentation, VMware plugin',
    hosts: null,
    tool: { name: 'bareos', fixedIn: [24, 0, 1] },
    when: 'ALWAYS',
  },
];

/** What is known of a capture. Null: nobody told it. */
export interface CaptureCircumstances {
  readonly hostVersion: string | null;
  readonly hostBuild: number | null;
  /** Null when it is not known whether the disk grew while it was tracked. */
  readonly grownPast128GiB: boolean | null;
  /** Lower case. */
  readonly toolName: string | null;
  readonly toolVersion: readonly number[] | null;
}

/**
 * Ids of the defects that cover a capture, ascending. Where the release is known to be in a window, what would take the
 * capture out of it counts only when it is told: an unknown build has the defect.
 * @public
 */
export function defectsCovering(capture: CaptureCircumstances): string[] {
  return CHANGE_TRACKING_DEFECTS.filter((defect) => covers(defect, capture))
    .map(({ id }) => id)
    .sort();
}

function covers({ hosts, tool, when }: ChangeTrackingDefect, capture: CaptureCircumstances): boolean {
  if (when === 'GROWN_PAST_128_GIB' && capture.grownPast128GiB === false) return false;
  if (hosts !== null) {
    const { hostVersion, hostBuild } = capture;
    if (hostVersion === null || !hosts.versions.some((start) => hostVersion.startsWith(start))) return false;
    return hosts.fixedInBuild === null || hostBuild === null || hostBuild < hosts.fixedInBuild;
  }
  if (tool === null || capture.toolName !== tool.name) return false;
  return capture.toolVersion === null || isBefore(capture.toolVersion, tool.fixedIn);
}

function isBefore(version: readonly number[], other: readonly number[]): boolean {
  for (let position = 0; position < other.length; position += 1) {
    const difference = (version[position] ?? 0) - (other[position] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
