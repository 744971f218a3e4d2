import type { Finding } from '../../domain/finding.js';
import type { VspherePlan } from '../vsphere-plan.js';

const TO_DO_MAX = 4;

/** A line of the summary: its word, and its text. */
export type SummaryLine = readonly [word: string, text: string];

/**
 * What a person must know in twenty seconds: what survives, what is lost, whether it starts, what to do. Nothing for a
 * plan that is simply good.
 */
export function renderSummary(plan: VspherePlan): SummaryLine[] {
  if (plan.verdict === 'RESTORABLE') return [];
  const lines: SummaryLine[] = [];
  const whole = plan.disks.filter(({ indexHash }) => indexHash !== null).length;
  if (whole > 0) lines.push(['Survives', survivesText(plan, whole)]);
  const lost = plan.components
    .filter(({ outcome }) => outcome === 'LOST' || outcome === 'REGENERATED')
    .map((one) => subjectText(plan, one.deviceKey === null ? one.component : `disk:${one.deviceKey}`));
  if (lost.length > 0) lines.push(['Lost', lost.join(', ')]);
  const start = plan.components.find(({ component }) => component === 'POWER_ON');
  if (start?.outcome === 'WILL_NOT_START') lines.push(['Starts', `no. ${start.reason}`]);
  if (start?.outcome === 'UNKNOWN') lines.push(['Starts', `not known. ${start.reason}`]);
  const blocks = plan.findings.filter(
    ({ grade, subject, remedy }) =>
      // Recovery keys must be at hand before the start, also where nothing blocks.
      remedy !== null && (grade === 'BLOCKS_UNTIL' || (grade === 'WARNS' && subject === 'vtpm')),
  );
  const remedies = [...new Set(blocks.map(({ remedy }) => remedy ?? ''))];
  for (const [index, remedy] of remedies.slice(0, TO_DO_MAX).entries()) {
    lines.push([index === 0 ? 'To do' : '', `${index + 1}. ${remedy}`]);
  }
  return lines;
}

function survivesText({ disks }: VspherePlan, whole: number): string {
  const encrypted = disks.some(({ key }) => key.way !== 'NONE');
  const data = `the data of ${whole === disks.length ? 'all' : `${whole} of ${disks.length}`} disks`;
  return encrypted ? `${data}: the repository does not need the keys of vSphere` : data;
}

/** Findings that say the same of several subjects, told once. */
export function mergeFindings(
  findings: readonly Finding[],
): { readonly subjects: string[]; readonly finding: Finding }[] {
  const merged = new Map<string, { readonly subjects: string[]; readonly finding: Finding }>();
  for (const finding of findings) {
    const key = `${finding.grade} ${finding.ruleId} ${finding.explanation}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { subjects: [finding.subject], finding });
    else known.subjects.push(finding.subject);
  }
  return [...merged.values()];
}

const SUBJECTS: Readonly<Record<string, string>> = {
  vm: 'VM',
  VM_HOME: 'VM home',
  nvram: 'NVRAM',
  NVRAM: 'NVRAM',
  vtpm: 'Virtual TPM',
  VTPM: 'Virtual TPM',
  'power-on': 'Power-on',
};

/** The subject of a finding as a person calls it. */
export function subjectText({ disks }: VspherePlan, subject: string): string {
  const disk = disks.find(({ deviceKey }) => subject === `disk:${deviceKey}`);
  if (disk !== undefined) return disk.label;
  return SUBJECTS[subject] ?? subject.replace(':', ' ');
}
