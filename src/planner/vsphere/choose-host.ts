import type { HostFact } from '../facts/site.js';
import { judge } from '../judgement.js';
import type { Judgement } from '../judgement.js';
import { HOST_RULES } from '../rules/placement/index.js';
import type { HostRejection, WithKeys } from './context.js';

export interface HostChoice {
  readonly host: HostFact | null;
  readonly rejections: readonly HostRejection[];
  /** Empty when a host is left. */
  readonly judgements: readonly Judgement[];
}

/**
 * The first host, by readiness for encryption and then by id, that no rule rejects: among the one asked for, those of
 * the cluster asked for, or all. In place: the host that has the VM.
 */
export function chooseHost(context: WithKeys): HostChoice {
  const candidates = candidateHosts(context);
  const rejections: HostRejection[] = [];
  const judgements: Judgement[][] = [];
  let chosen: HostFact | null = null;
  for (const host of candidates) {
    const reasons: Judgement[] = [];
    for (const rule of HOST_RULES) {
      const why = rule.reject(context, host);
      if (why === null) continue;
      rejections.push({ host, ruleId: rule.id, why });
      reasons.push(judge(rule, { subject: `host:${host.name}`, explanation: why }));
    }
    if (reasons.length === 0) chosen = betterHost(context, chosen, host);
    else judgements.push(reasons);
  }
  return { host: chosen, rejections, judgements: chosen === null ? whenNoneIsLeft(judgements) : [] };
}

function candidateHosts({ site, target, machine }: WithKeys): readonly HostFact[] {
  if (site.hosts === null) return [];
  const hostId = target.mode === 'IN_PLACE' ? (machine?.hostId ?? null) : target.placement.hostId;
  if (hostId !== null) {
    const host = site.hosts.byId.get(hostId);
    return host === undefined ? [] : [host];
  }
  if (target.mode === 'IN_PLACE') return [];
  const { clusterId } = target.placement;
  return clusterId === null ? site.hosts.list : site.hosts.list.filter((one) => one.clusterId === clusterId);
}

/** A host that is safe for keys already needs no step; else the first one stays. */
function betterHost({ keys }: WithKeys, chosen: HostFact | null, host: HostFact): HostFact {
  if (chosen === null) return host;
  const encrypted = keys.home.way !== 'NONE' || [...keys.disks.values()].some((one) => one.way !== 'NONE');
  return encrypted && chosen.cryptoState !== 'safe' && host.cryptoState === 'safe' ? host : chosen;
}

/** A host about which something is only unknown may still do: then the whole is unknown and not refused. */
export function whenNoneIsLeft(perAlternative: readonly (readonly Judgement[])[]): Judgement[] {
  const maybe = perAlternative.some((reasons) => reasons.every((reason) => reason.effect === 'UNKNOWN'));
  return perAlternative.flat().map((reason) => (maybe ? { ...reason, effect: 'UNKNOWN' as const } : reason));
}
