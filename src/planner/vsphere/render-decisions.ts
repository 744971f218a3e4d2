import type { StreamPlan, VspherePlan } from '../vsphere-plan.js';

/** First indent, indent of the lines after it, text; an empty text makes the first a heading. */
export type RenderedLine = readonly [first: string, indent: string, text: string];

/** How it is done, told briefly: why these ways, how many at once, and what a person does after the start. */
export function renderDecisions(plan: VspherePlan): RenderedLine[] {
  return [...waysLines(plan), ...streamLines(plan.streams), ...checkLines(plan.checklist)];
}

function waysLines(plan: VspherePlan): RenderedLine[] {
  const lines: RenderedLine[] = [];
  for (const disk of plan.disks) {
    const why = new Map<string, string>();
    for (const { transport, ruleId, why: text } of disk.rejected) {
      if (!isBefore(plan, disk, transport)) continue;
      why.set(`${transport} ${ruleId}`, `${transport}: ${text}`);
    }
    if (why.size === 0) continue;
    lines.push(['  ', '    ', `${disk.label}: ${[...why.values()].join(' ')}`]);
  }
  return lines.length === 0 ? [] : [['Ways that were ruled out', '', ''], ...lines];
}

/** Only what would have come before the chosen way is worth a person's time; all of it stands in the plan. */
function isBefore(plan: VspherePlan, disk: VspherePlan['disks'][number], transport: string): boolean {
  if (disk.transport === null || transport === disk.transport) return false;
  const preference = plan.request.target.transportPreference ?? [];
  if (preference.length > 0) return (preference as readonly string[]).includes(transport);
  const thick = disk.provisioning.startsWith('THICK');
  const order: readonly string[] = thick ? ['SAN', 'HOTADD', 'NBDSSL', 'HTTP_NFC'] : ['HOTADD', 'NBDSSL', 'HTTP_NFC'];
  return order.includes(transport) && order.indexOf(transport) < order.indexOf(disk.transport);
}

function streamLines(streams: readonly StreamPlan[]): RenderedLine[] {
  const lines = streams.map(({ group, disks, atOnce, limit, runningElsewhere }): RenderedLine => {
    const now =
      atOnce === null ? 'one after the other' : atOnce === 0 ? 'waits for others to end' : `${atOnce} at once`;
    const of = limit === null ? 'no limit known' : `limit ${limit}, ${runningElsewhere ?? 'unknown'} in use`;
    return ['  ', '    ', `${group}: ${disks} ${disks === 1 ? 'disk' : 'disks'}, ${now} (${of}).`];
  });
  return lines.length === 0 ? [] : [['Streams', '', ''], ...lines];
}

function checkLines(checklist: readonly string[]): RenderedLine[] {
  const lines = checklist.map((text): RenderedLine => ['  [ ] ', '      ', text]);
  return lines.length === 0 ? [] : [['After power-on', '', ''], ...lines];
}
