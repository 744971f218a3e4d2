import type { Transport } from '../../domain/words.js';
import { judge } from '../judgement.js';
import type { Judgement } from '../judgement.js';
import { EXECUTOR_REJECTIONS } from '../rules/executors/index.js';
import type { Rule, TransportRule } from '../rules/rule.js';
import { TRANSPORT_RULES } from '../rules/transport/index.js';
import { whenNoneIsLeft } from './choose-host.js';
import type { DiskSituation, DiskWay, WayRejection, WithHost } from './context.js';
import type { ExecutorView } from './executor-view.js';
import { expectedRate } from './measured-rates.js';
import { orderOfTransports, VSPHERE_TRANSPORTS } from './transport-order.js';

export interface WayDecision {
  readonly way: DiskWay;
  /** What to tell when no way is left; else empty. */
  readonly judgements: readonly Judgement[];
}

/** Why one alternative is out: the rule, about what, and in which words. */
interface Reason {
  readonly rule: Rule;
  readonly subject: string;
  readonly why: string;
}

type Scoped<Scope> = Extract<TransportRule, { scope: Scope }>;

/** Rules by transport and scope, so that each is asked as seldom as its answer can differ. */
const RULES_OF = new Map(
  VSPHERE_TRANSPORTS.map((transport) => {
    const rules = TRANSPORT_RULES.filter((rule) => rule.transports.includes(transport));
    return [
      transport,
      {
        executor: rules.filter((rule): rule is Scoped<'EXECUTOR'> => rule.scope === 'EXECUTOR'),
        disk: rules.filter((rule): rule is Scoped<'DISK'> => rule.scope === 'DISK'),
        both: rules.filter((rule): rule is Scoped<'DISK_AND_EXECUTOR'> => rule.scope === 'DISK_AND_EXECUTOR'),
      },
    ];
  }),
);

/** The way of each disk: first transport by order, then the executor with the fewest disks of this plan, then name. */
export function decideWays(context: WithHost): WayDecision[] {
  const ofExecutors = weighExecutors(context);
  const load = new Map<string, number>();
  return context.disks.map((disk) => decideWay(context, disk, ofExecutors, load));
}

/** Reasons against each executor whatever the disk, by transport and then in the order of the executors. */
type ExecutorReasons = ReadonlyMap<Transport, readonly (readonly Reason[])[]>;

function weighExecutors(context: WithHost): ExecutorReasons {
  const always = context.executors.map(({ fact }) => reasonsAlways(context, fact));
  const reasons = new Map<Transport, readonly (readonly Reason[])[]>();
  for (const transport of VSPHERE_TRANSPORTS) {
    const rules = RULES_OF.get(transport)?.executor ?? [];
    const ofTransport = context.executors.map((executor, index) => {
      const candidate = { transport, executor };
      const found = [...(always[index] ?? [])];
      for (const rule of rules) {
        const why = rule.reject(context, candidate);
        if (why !== null) found.push({ rule, subject: executor.subject, why });
      }
      return found;
    });
    reasons.set(transport, ofTransport);
  }
  return reasons;
}

function reasonsAlways({ facts }: WithHost, executor: ExecutorView['fact']): Reason[] {
  const reasons: Reason[] = [];
  for (const rule of EXECUTOR_REJECTIONS) {
    const hit = rule.scope === 'EXECUTOR' ? rule.reject(facts, null, executor) : null;
    if (hit !== null) reasons.push({ rule, subject: hit.subject, why: hit.explanation });
  }
  return reasons;
}

function decideWay(
  context: WithHost,
  disk: DiskSituation,
  ofExecutors: ExecutorReasons,
  load: Map<string, number>,
): WayDecision {
  const rejected: WayRejection[] = [];
  const against: (readonly Reason[])[] = [];
  let chosen: { transport: Transport; executor: ExecutorView } | null = null;
  for (const transport of orderOfTransports(context.preference, disk)) {
    const ofDisk = weighDisk(context, disk, transport);
    for (const { rule, why } of ofDisk) rejected.push({ transport, executor: null, ruleId: rule.id, why });
    const ofTransport = ofExecutors.get(transport) ?? [];
    let best: ExecutorView | null = null;
    for (const [index, executor] of context.executors.entries()) {
      const own = weighBoth(context, disk, transport, executor, ofTransport[index] ?? []);
      for (const { rule, why } of own) rejected.push({ transport, executor: executor.name, ruleId: rule.id, why });
      if (ofDisk.length + own.length > 0) against.push(ofDisk.length === 0 ? own : [...ofDisk, ...own]);
      else if (best === null || (load.get(executor.name) ?? 0) < (load.get(best.name) ?? 0)) best = executor;
    }
    if (chosen === null && best !== null) chosen = { transport, executor: best };
  }
  if (!disk.hasData) return { way: wayOf(context, disk, null, rejected), judgements: [] };
  if (chosen !== null) load.set(chosen.executor.name, (load.get(chosen.executor.name) ?? 0) + 1);
  const judgements = chosen === null ? nearestReasons(against) : [];
  return { way: wayOf(context, disk, chosen, rejected), judgements };
}

function weighDisk(context: WithHost, disk: DiskSituation, transport: Transport): Reason[] {
  const reasons: Reason[] = [];
  const candidate = { transport, disk };
  for (const rule of RULES_OF.get(transport)?.disk ?? []) {
    const why = rule.reject(context, candidate);
    if (why !== null) reasons.push({ rule, subject: disk.subject, why });
  }
  return reasons;
}

function weighBoth(
  context: WithHost,
  disk: DiskSituation,
  transport: Transport,
  executor: ExecutorView,
  ofExecutor: readonly Reason[],
): readonly Reason[] {
  let reasons: Reason[] | null = null;
  for (const rule of EXECUTOR_REJECTIONS) {
    if (rule.scope === 'EXECUTOR') continue;
    const hit = rule.reject(context.facts, disk.disk, executor.fact);
    if (hit !== null) (reasons ??= [...ofExecutor]).push({ rule, subject: hit.subject, why: hit.explanation });
  }
  const candidate = { transport, executor, disk };
  for (const rule of RULES_OF.get(transport)?.both ?? []) {
    const why = rule.reject(context, candidate);
    if (why !== null) (reasons ??= [...ofExecutor]).push({ rule, subject: disk.subject, why });
  }
  return reasons ?? ofExecutor;
}

/**
 * With no way left, the alternatives with the fewest reasons against them are told as findings: what would have to
 * change. The rest stands in the disk's list of rejections.
 */
function nearestReasons(against: readonly (readonly Reason[])[]): Judgement[] {
  const fewest = Math.min(...against.map((reasons) => reasons.length));
  const maybe = against.some((reasons) => reasons.every(({ rule }) => rule.effect === 'UNKNOWN'));
  const near = against.filter(
    (reasons) => reasons.length === fewest || (maybe && reasons.every(({ rule }) => rule.effect === 'UNKNOWN')),
  );
  return whenNoneIsLeft(
    near.map((reasons) => reasons.map(({ rule, subject, why }) => judge(rule, { subject, explanation: why }))),
  );
}

function wayOf(
  context: WithHost,
  situation: DiskSituation,
  chosen: { readonly transport: Transport; readonly executor: ExecutorView } | null,
  rejected: readonly WayRejection[],
): DiskWay {
  if (chosen === null) {
    return { situation, transport: null, executor: null, rate: null, reasons: [], rejected };
  }
  const { transport, executor } = chosen;
  const asked = context.preference?.includes(transport) === true;
  const kind = situation.provisioning.toLowerCase().replaceAll('_', ' ');
  const first = asked
    ? `${transport} was asked for and can be used.`
    : `${transport} is the first way for a ${kind} disk that nothing rules out.`;
  return {
    situation,
    transport,
    executor,
    rate: expectedRate(executor, transport, situation.place.id),
    reasons: [first, `Executor ${executor.name} takes it.`],
    rejected,
  };
}
