import { formatBytes } from '../domain/units.js';
import type { Finding } from '../domain/finding.js';
import type { ComponentPlan, RestorePlan } from './plan.js';
import { renderDecisions } from './vsphere/render-decisions.js';
import { mergeFindings, renderSummary, subjectText } from './vsphere/render-summary.js';

const VERDICT_TEXT = {
  RESTORABLE: 'RESTORABLE',
  RESTORABLE_WITH_LOSS: 'RESTORABLE WITH LOSS',
  NOT_RESTORABLE: 'NOT RESTORABLE',
  UNKNOWN: 'NOT KNOWN',
} as const;

const GRADE_TEXT = { BLOCKS: 'blocks', BLOCKS_UNTIL: 'blocks', WARNS: 'warns', INFORMS: 'note' } as const;
const WIDTH = 100;

/** The plan for a person: verdict first, then what becomes of each part, what to know, what will be done. */
export function renderPlan(plan: RestorePlan): string {
  const lines = [
    `Restore of "${plan.vmName}" as of ${minutes(plan.capturedAt)} to ${targetText(plan)}`,
    `Verdict: ${VERDICT_TEXT[plan.verdict]}`,
    ...summaryLines(plan),
    '',
    ...plan.components.map((component) => componentLine(plan, component)),
  ];
  const serious = plan.findings.filter((finding) => finding.grade !== 'INFORMS');
  const notes = plan.findings.filter((finding) => finding.grade === 'INFORMS');
  if (serious.length > 0) {
    lines.push('', 'Know before you go on', ...findingBlock(plan, serious));
  }
  if (notes.length > 0) {
    lines.push('', 'Notes', ...findingBlock(plan, notes));
  }
  if (plan.planFormat === 2) {
    const decisions = renderDecisions(plan);
    lines.push(
      ...decisions.flatMap(([first, indent, text]) => (text === '' ? ['', first] : wrap(text, first, indent))),
    );
  }
  lines.push(
    '',
    'Steps',
    ...plan.steps.flatMap((step) => wrap(`${step.position}. ${step.description}`, '  ', '     ')),
  );
  lines.push('', ...footer(plan));
  return `${lines.join('\n')}\n`;
}

function summaryLines(plan: RestorePlan): string[] {
  if (plan.planFormat === 1) return [];
  const lines = renderSummary(plan).flatMap(([word, text]) => wrap(text, `  ${word.padEnd(9)} `, ' '.repeat(15)));
  return lines.length === 0 ? [] : ['', 'In short', ...lines];
}

/** A plan into vSphere names the subjects, and tells what is true of several only once. */
function findingBlock(plan: RestorePlan, findings: readonly Finding[]): string[] {
  if (plan.planFormat === 1) return findings.flatMap(findingLines);
  return mergeFindings(findings).flatMap(({ subjects, finding }) => {
    const names = subjects.map((subject) => subjectText(plan, subject)).join(', ');
    return findingLines({ ...finding, explanation: `${names}: ${finding.explanation}` });
  });
}

function targetText(plan: RestorePlan): string {
  if (plan.planFormat === 1) return `${plan.request.target.location}:${plan.request.target.folder}`;
  const { mode, name, siteName } = plan.placement;
  return mode === 'IN_PLACE' ? `VM "${name}" on ${siteName}, IN PLACE` : `new VM "${name}" on ${siteName}`;
}

function componentLine(plan: RestorePlan, component: ComponentPlan): string {
  const disk = plan.disks.find((candidate) => candidate.deviceKey === component.deviceKey);
  const name = disk === undefined ? COMPONENT_TEXT[component.component] : `${disk.label}`;
  const outcome = component.outcome.replaceAll('_', ' ');
  const way =
    disk === undefined || disk.transport === null
      ? component.reason
      : `${formatBytes(disk.bytesToMove ?? disk.capacityBytes)} by ${disk.transport} on ${disk.executor}. ` +
        `${component.reason}`;
  return wrap(`${name.padEnd(14)} ${outcome.padEnd(14)} ${way}`, '  ', ' '.repeat(32)).join('\n');
}

const COMPONENT_TEXT = {
  VM_HOME: 'VM home',
  DISK: 'Disk',
  NVRAM: 'NVRAM',
  VTPM: 'Virtual TPM',
  POWER_ON: 'Power-on',
} as const;

function findingLines(finding: Finding): string[] {
  const lines = wrap(
    `${GRADE_TEXT[finding.grade].padEnd(7)} ${finding.explanation} [${finding.ruleId}]`,
    '  ',
    ' '.repeat(10),
  );
  return finding.remedy === null ? lines : [...lines, ...wrap(`→ ${finding.remedy}`, ' '.repeat(10), ' '.repeat(12))];
}

function footer(plan: RestorePlan): string[] {
  const bytes = plan.bytesToMove === null ? 'an unknown amount' : formatBytes(plan.bytesToMove);
  const time =
    plan.estimate === null
      ? 'time not known: no rate has been measured'
      : `${plan.estimate.minimumSeconds} to ${plan.estimate.maximumSeconds} s (${plan.estimate.basis})`;
  return [
    `Moves ${bytes}; ${time}.`,
    `Made ${minutes(plan.createdAt)}, good until ${minutes(plan.expiresAt)}. Digest ${plan.digest.slice(0, 16)}…`,
  ];
}

function minutes(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;
}

function wrap(text: string, firstIndent: string, indent: string): string[] {
  const lines: string[] = [];
  let line = firstIndent;
  let empty = true;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
