import type { RuleHit } from '../rules/rule.js';
import type { KeyDecision, PolicyChoice, WithKeys } from './context.js';
import type { KeyAvailability, KeyCause } from './key-availability.js';
import type { SectionName, SiteView } from './site-view.js';

/** Home or disk with what was decided about its keys, and the storage policy that its request would state. */
export interface KeyedPart {
  readonly subject: string;
  readonly decision: KeyDecision;
  readonly policy: PolicyChoice;
}

/** `vm` first, then disks ascending. */
export function keyDecisionsOf({ keys, homePolicy, disks }: WithKeys): readonly KeyedPart[] {
  const parts: KeyedPart[] = [{ subject: 'vm', decision: keys.home, policy: homePolicy }];
  for (const { disk, subject, policy } of disks) {
    const decision = keys.disks.get(disk.deviceKey);
    if (decision !== undefined) parts.push({ subject, decision, policy });
  }
  return parts;
}

/**
 * A hit for home and each disk that cannot go on, or of which nobody knows whether it can, because of this cause: a key
 * that is waited for, one of which too little is known, or the present key of the VM to overwrite.
 */
export function keyHits(
  context: WithKeys,
  cause: KeyCause,
  explain: (availability: KeyAvailability) => string,
): RuleHit[] {
  const hits: RuleHit[] = [];
  for (const { subject, decision } of keyDecisionsOf(context)) {
    const { availability, way } = decision;
    if (availability?.cause !== cause) continue;
    const undecided = way === 'UNKNOWN' && availability.state === 'UNKNOWN';
    if (way !== 'WAIT' && way !== 'PRESENT_KEYS' && !undecided) continue;
    hits.push({ subject, explanation: explain(availability) });
  }
  return hits;
}

/** Why a section of a site tells nothing: `not known: …`. */
export function ageText(site: SiteView, section: SectionName): string {
  if (site.stale.includes(section)) return 'not known any more: what was seen is too old, or dated later than now';
  return site.missing.includes(section)
    ? 'not known: the site was never asked'
    : 'not known: it was not among the answers';
}
