import { addSeconds } from '../../domain/time.js';
import type { VsphereFacts } from '../facts.js';
import { RULES_VERSION } from '../generated/rules-version.js';
import { judge, orderJudgements, verdictOf } from '../judgement.js';
import type { Judgement } from '../judgement.js';
import type { PlanFact } from '../plan.js';
import { EXECUTOR_RULES } from '../rules/executors/index.js';
import { VSPHERE_RULES } from '../rules/index.js';
import { POINT_RULES } from '../rules/point/index.js';
import type { KeyDecisionPlan, KeyPathPlan, NetworkPlan, VirtualDiskPlan, VspherePlan } from '../vsphere-plan.js';
import { buildSteps } from './build-steps.js';
import { chooseHost } from './choose-host.js';
import type { DiskWay, KeyDecision, VsphereContext, WithHost } from './context.js';
import { decideComponents, effectsOfDecisions } from './decide-components.js';
import { decideKeys } from './decide-keys.js';
import { decideNvram, decideVtpm } from './decide-nvram.js';
import { decideWays } from './decide-ways.js';
import { listChecks } from './list-checks.js';
import { estimateDuration } from './measured-rates.js';
import { planControllers } from './plan-controllers.js';
import { planRebuild } from './plan-rebuild.js';
import { planStreams } from './plan-streams.js';
import { SECTIONS } from './site-view.js';
import { describeSituation } from './situation.js';
import { preferenceOf } from './transport-order.js';

/** A plan without its digest: what decides is done, what names it is not. */
export type UndigestedVspherePlan = Omit<VspherePlan, 'digest'>;

/** Decides a restore into vSphere from normalised facts. All rules always run. */
export function planIntoVsphere(facts: VsphereFacts): UndigestedVspherePlan {
  const { context, judgements: ofAlternatives } = decide(facts);
  const judgements: Judgement[] = [...ofAlternatives];
  for (const rule of POINT_RULES) for (const hit of rule.check(facts)) judgements.push(judge(rule, hit));
  for (const rule of EXECUTOR_RULES) for (const hit of rule.check(facts)) judgements.push(judge(rule, hit));
  for (const rule of VSPHERE_RULES) for (const hit of rule.check(context)) judgements.push(judge(rule, hit));
  const ordered = orderJudgements(judgements);
  const { restorePoint: point, request, policy, now } = facts;
  const disks = context.ways.map((way) => diskPlan(context, way));
  return {
    planFormat: 2,
    restorePointId: point.id,
    vmName: point.vmName,
    capturedAt: point.capturedAt,
    request,
    createdAt: now,
    expiresAt: addSeconds(now, policy.planLifetimeSeconds),
    rulesVersion: RULES_VERSION,
    verdict: verdictOf([...ordered.map(({ effect }) => effect), ...effectsOfDecisions(context)]),
    components: decideComponents(context, ordered),
    placement: {
      siteId: facts.site.siteId,
      siteName: facts.site.name,
      mode: request.target.mode,
      name: request.target.placement.name,
      hostId: context.host?.id ?? null,
      homeDatastoreId: context.home.id,
      networks: context.networks.map((choice) => networkPlan(context, choice)),
    },
    rebuild: context.rebuild,
    disks,
    controllers: context.controllers,
    keyPath: keyPath(context),
    nvram: { way: context.nvram.way, outcome: context.nvram.outcome },
    vtpm: { way: context.vtpm.way, outcome: context.vtpm.outcome },
    changeTracking: context.changeTracking,
    streams: context.streams,
    findings: ordered.map(({ finding }) => finding),
    steps: buildSteps(context),
    checklist: listChecks(context),
    factsUsed: factsUsed(facts),
    bytesToMove: bytesToMove(disks),
    estimate: estimateDuration(context.ways, context.streams),
  };
}

/** Every decision, each stage on top of the one before, and what stands against alternatives when none is left. */
export function decide(facts: VsphereFacts): {
  readonly context: VsphereContext;
  readonly judgements: readonly Judgement[];
} {
  const situation = describeSituation(facts);
  const withKeys = { ...situation, keys: decideKeys(situation) };
  const { host, rejections, judgements } = chooseHost(withKeys);
  const withHost: WithHost = { ...withKeys, host, hostRejections: rejections, preference: preferenceOf(situation) };
  const decisions = decideWays(withHost);
  const ways = decisions.map(({ way }) => way);
  const nvram = decideNvram(withKeys);
  const context: VsphereContext = {
    ...withHost,
    ways,
    rebuild: planRebuild(situation),
    nvram,
    vtpm: decideVtpm(withKeys, nvram),
    changeTracking: planChangeTracking(withKeys, ways),
    controllers: planControllers(
      facts.restorePoint.machine.controllers,
      situation.disks.map(({ disk }) => disk),
    ),
    streams: planStreams(withHost, ways),
  };
  return { context, judgements: [...judgements, ...decisions.flatMap((decision) => decision.judgements)] };
}

/** [S04] Off before any write: it misreports once a restore has begun. On again where the VM had it. */
function planChangeTracking(
  { point, target, machine }: Pick<VsphereContext, 'point' | 'target' | 'machine'>,
  ways: readonly DiskWay[],
): VsphereContext['changeTracking'] {
  const writes = ways.some(({ transport }) => transport !== null);
  const had = target.mode === 'IN_PLACE' ? (machine?.changeTracking ?? 'UNKNOWN') : point.machine.changeTracking;
  return { offBefore: writes && had !== 'NO', onAfter: writes && had === 'YES', nextBackupFull: writes };
}

function diskPlan(context: VsphereContext, way: DiskWay): VirtualDiskPlan {
  const { situation, transport, executor } = way;
  const { disk } = situation;
  const key = context.keys.disks.get(disk.deviceKey);
  if (key === undefined) throw new Error(`disk ${disk.deviceKey} has no key decision`);
  return {
    deviceKey: disk.deviceKey,
    label: disk.label,
    capacityBytes: disk.capacityBytes,
    bytesToMove: situation.hasData ? disk.dataBytes : 0,
    repository: disk.repository,
    indexHash: disk.indexHash,
    transport,
    executor: executor?.name ?? null,
    reasons: way.reasons,
    rejected: way.rejected,
    datastoreId: situation.place.id,
    provisioning: situation.provisioning,
    targetDeviceKey: situation.written?.deviceKey ?? null,
    controllerKey: disk.controllerKey,
    diskUuid: context.target.mode === 'NEW_VM' ? disk.uuid : null,
    unitNumber: disk.unitNumber,
    expectedRate: way.rate,
    key: keyPlan(key),
  };
}

/** How encrypted the VM moves is kept; an encrypted VM never moves in clear. */
function keyPath({ keys, point }: VsphereContext): KeyPathPlan {
  const { migrateEncryption, faultToleranceEncryption } = point.machine;
  const clear = keys.home.outcome === 'CLEAR' || keys.home.way === 'NONE' || keys.home.way === 'UNKNOWN';
  return {
    home: keyPlan(keys.home),
    bundle: keys.bundle,
    migrateEncryption: clear ? migrateEncryption : 'required',
    faultToleranceEncryption,
  };
}

function keyPlan({ way, outcome, keyId, providerId, policyId }: KeyDecision): KeyDecisionPlan {
  return { way, outcome, keyId, providerId, policyId };
}

/** A copy starts disconnected, so that it meets its original on no network. */
function networkPlan({ target }: VsphereContext, choice: VsphereContext['networks'][number]): NetworkPlan {
  const networkId = choice.network?.id ?? null;
  return {
    deviceKey: choice.adapter.deviceKey,
    networkId,
    startConnected: networkId !== null && target.purpose === 'REPLACEMENT',
    macAddress: target.mode === 'NEW_VM' && target.purpose === 'REPLACEMENT' ? choice.adapter.macAddress : null,
  };
}

function bytesToMove(disks: readonly VirtualDiskPlan[]): number | null {
  let bytes = 0;
  for (const disk of disks) {
    if (disk.bytesToMove === null) return null;
    bytes += disk.bytesToMove;
  }
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null;
}

function factsUsed(facts: VsphereFacts): PlanFact[] {
  const used: PlanFact[] = facts.restorePoint.items.map(({ item, state, observedAt }) => ({
    subject: `item:${item}`,
    value: state,
    observedAt,
  }));
  for (const name of SECTIONS) {
    const section = facts.site[name];
    const value = section === null ? 'never observed' : `${section.entries.length} entries`;
    used.push({ subject: `site:${name}`, value, observedAt: section?.observedAt ?? null });
  }
  for (const { name, version, engine, observedAt } of facts.executors) {
    used.push({ subject: `executor:${name}`, value: `version ${version}, copy engine ${engine}`, observedAt });
  }
  return used.sort((left, right) => (left.subject < right.subject ? -1 : left.subject > right.subject ? 1 : 0));
}
