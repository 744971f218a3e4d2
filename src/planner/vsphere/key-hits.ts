import type { RuleHit } from '../rules/rule.js';
import type { KeyWay } from '../vsphere-plan.js';
import type { KeyDecision, VsphereContext } from './context.js';
import type { KeyAvailability, KeyCause } from './key-availability.js';

/** Home and disks with what was decided about their keys: `vm` first, then disks ascending. */
export function keyDecisionsOf(
  context: VsphereContext,
): readonly { readonly subject: string; readonly decision: KeyDecision }[] {
  return [
    { subject: 'vm', decision: context.keys.home },
    ...[...context.keys.disks].map(([deviceKey, decision]) => ({ subject: `disk:${deviceKey}`, decision })),
  ];
}

/** A hit for home and each disk that is decided this way because of this cause. */
export function keyHits(
  context: VsphereContext,
  way: KeyWay,
  cause: KeyCause,
  explain: (availability: KeyAvailability) => string,
): RuleHit[] {
  const hits: RuleHit[] = [];
  for (const { subject, decision } of keyDecisionsOf(context)) {
    const { availability } = decision;
    if (decision.way !== way || availability?.cause !== cause) continue;
    hits.push({ subject, explanation: explain(availability) });
  }
  return hits;
}
