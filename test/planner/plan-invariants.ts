import type { VsphereFacts } from '../../src/planner/facts.js';
import type { TargetDiskFact, TargetMachineFact } from '../../src/planner/facts/machine.js';
import type { ProxyExecutorFact } from '../../src/planner/facts/proxy.js';
import type { DatastoreFact } from '../../src/planner/facts/site.js';
import type { PointDiskFact } from '../../src/planner/facts/vsphere-point.js';
import type { KeyDecisionPlan, VirtualDiskPlan, VspherePlan } from '../../src/planner/vsphere-plan.js';

/** What an invariant looks at: the facts as they were given, and the plan. Nothing of the planner's own reasoning. */
export interface Planned {
  readonly facts: VsphereFacts;
  readonly plan: Omit<VspherePlan, 'digest'>;
}

/** Null while it holds; else what breaks it. */
export type Invariant = (planned: Planned) => string | null;

/** One disk of the plan with all that the facts say of it and of its way. */
interface WrittenDisk {
  readonly planned: VirtualDiskPlan;
  readonly captured: PointDiskFact;
  /** In place: the disk that is there. */
  readonly present: TargetDiskFact | null;
  readonly datastore: DatastoreFact | null;
  readonly executor: ProxyExecutorFact | null;
}

const GOOD: readonly string[] = ['RESTORABLE', 'RESTORABLE_WITH_LOSS'];

export function isGood({ plan }: Planned): boolean {
  return GOOD.includes(plan.verdict);
}

function written({ facts, plan }: Planned): WrittenDisk[] {
  const inPlace = facts.request.target.mode === 'IN_PLACE';
  return plan.disks
    .filter(({ transport }) => transport !== null)
    .map((planned) => ({
      planned,
      captured: facts.restorePoint.disks.find(({ deviceKey }) => deviceKey === planned.deviceKey)!,
      present: inPlace
        ? (machineOf(facts)?.disks?.find(({ deviceKey }) => deviceKey === planned.targetDeviceKey) ?? null)
        : null,
      datastore: facts.site.datastores?.entries.find(({ id }) => id === planned.datastoreId) ?? null,
      executor: facts.executors.find(({ name }) => name === planned.executor) ?? null,
    }));
}

export function machineOf({ site, request }: VsphereFacts): TargetMachineFact | null {
  return site.targetMachine?.entries.find(({ id }) => id === request.target.machineId) ?? null;
}

/** Holds for every disk that goes by one of these transports. */
function eachBy(transports: readonly string[], holds: (disk: WrittenDisk, facts: VsphereFacts) => boolean): Invariant {
  return (planned) => {
    const bad = written(planned).find(
      (disk) => transports.includes(disk.planned.transport ?? '') && !holds(disk, planned.facts),
    );
    return bad === undefined ? null : `disk ${bad.planned.deviceKey} by ${bad.planned.transport}`;
  };
}

function whenGood(holds: (planned: Planned) => string | null): Invariant {
  return (planned) => (isGood(planned) ? holds(planned) : null);
}

function asked(facts: VsphereFacts, transport: string): boolean {
  const { transportPreference } = facts.request.target;
  return ((transportPreference ?? facts.policy.transportPreference ?? []) as readonly string[]).includes(transport);
}

/** Whether the disk that is written is clear for sure while its blocks arrive. */
function isClearWhenWritten({ planned, captured, present }: WrittenDisk, facts: VsphereFacts): boolean {
  if (facts.request.target.mode === 'IN_PLACE') return present?.encryption === 'NOT_ENCRYPTED';
  if (planned.key.way === 'NONE') return captured.encryption === 'NOT_ENCRYPTED';
  return planned.key.way === 'CLEAR' || planned.key.way === 'ENCRYPT';
}

function trackedBefore(facts: VsphereFacts): string {
  const inPlace = facts.request.target.mode === 'IN_PLACE';
  return inPlace ? (machineOf(facts)?.changeTracking ?? 'UNKNOWN') : facts.restorePoint.machine.changeTracking;
}

function kindsOf({ plan }: Planned): string[] {
  return plan.steps.map((step) => (step.kind === 'WRITE_DISK' ? `WRITE ${step.transport}` : step.kind));
}

const transportInvariants: Readonly<Record<string, Invariant>> = {
  'an executor writes only by what its library offers for sure': eachBy(
    ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'],
    ({ planned, executor }) =>
      executor?.proxy.transports.find(({ transport }) => transport === planned.transport)?.available === 'YES',
  ),
  'no SAN for a disk that is not thick, unasked': eachBy(
    ['SAN'],
    ({ planned }, facts) => planned.provisioning.startsWith('THICK') || asked(facts, 'SAN'),
  ),
  'SAN only on VMFS: not VVol, vSAN, NFS or a type of tomorrow': eachBy(
    ['SAN'],
    ({ datastore }) => datastore?.type === 'VMFS',
  ),
  'SAN never on local storage, nor where nobody knows': eachBy(['SAN'], ({ datastore }) => datastore?.local === 'NO'),
  'SAN only when every LUN is proven visible and writable': eachBy(['SAN'], ({ datastore, executor }) => {
    const seen = executor?.proxy.luns ?? [];
    const wanted = datastore?.lunIds ?? [];
    return wanted.length > 0 && wanted.every((id) => seen.some((lun) => lun.id === id && lun.readOnly !== 'YES'));
  }),
  'SAN only by a physical proxy': eachBy(['SAN'], ({ executor }) => executor?.proxy.machine === 'PHYSICAL'),
  'SAN never onto a child': eachBy(
    ['SAN'],
    ({ present }, facts) => facts.request.target.mode === 'NEW_VM' || present?.child === 'NO',
  ),
  'SAN and plain NBD never onto an encrypted disk': eachBy(['SAN', 'NBD', 'HTTP_NFC'], isClearWhenWritten),
  'plain NBD never unasked': eachBy(['NBD'], (_disk, facts) => asked(facts, 'NBD')),
  'HotAdd only by a virtual proxy': eachBy(['HOTADD'], ({ executor }) => executor?.proxy.machine === 'VIRTUAL'),
  'HotAdd never for IDE, nor for a bus that is not described': eachBy(['HOTADD'], ({ captured, present }) =>
    ['SCSI', 'SATA'].includes((present ?? captured).bus),
  ),
  'HotAdd of an encrypted disk only by an encrypted proxy': eachBy(
    ['HOTADD'],
    (disk, facts) => isClearWhenWritten(disk, facts) || disk.executor?.proxy.virtualMachine?.encrypted === 'YES',
  ),
  'HotAdd on vSAN only by a proxy that lies on vSAN': eachBy(['HOTADD'], ({ datastore, executor }, { site }) => {
    if (datastore?.type !== 'vsan') return true;
    const own = executor?.proxy.virtualMachine?.datastoreIds ?? [];
    return own.length > 0 && own.every((id) => site.datastores?.entries.find((one) => one.id === id)?.type === 'vsan');
  }),
  'HotAdd never asks for more slots than are free': ({ facts, plan }) => {
    const over = facts.executors.find(({ name, proxy }) => {
      const free = (proxy.virtualMachine?.controllers ?? []).reduce((sum, one) => sum + (one.freeSlots ?? 0), 0);
      const used = plan.disks.filter(({ transport, executor }) => transport === 'HOTADD' && executor === name).length;
      // Disks beyond the free slots wait their turn, but without any slot none can be attached.
      return used > 0 && free === 0;
    });
    return over === undefined ? null : over.name;
  },
  'SAN streams of all work together stay below the cap of the host': ({ facts, plan }) => {
    const cap = facts.policy.sanStreamsPerHostMax;
    for (const { group, hostId, atOnce } of plan.streams) {
      if (group !== 'SAN') continue;
      if (facts.running === null) {
        if (atOnce !== null) return `${atOnce} at once though nobody knows what runs`;
        continue;
      }
      const busy = facts.running.entries
        .filter((one) => one.hostId === hostId && one.transport === 'SAN')
        .reduce((sum, one) => sum + one.streams, 0);
      if ((atOnce ?? 0) > Math.max(0, cap - busy)) return `${atOnce} at once beside ${busy}, cap ${cap}`;
    }
    return null;
  },
};

const orderInvariants: Readonly<Record<string, Invariant>> = {
  'nothing is written with change tracking on': (planned) => {
    if (written(planned).length === 0 || trackedBefore(planned.facts) === 'NO') return null;
    // Without a host no VM is made, and the plan is not carried out.
    if (planned.plan.placement.hostId === null && !isGood(planned)) return null;
    if (!planned.plan.changeTracking.offBefore || !planned.plan.changeTracking.nextBackupFull) return 'left on';
    const kinds = kindsOf(planned);
    const firstWrite = kinds.findIndex((kind) => kind.startsWith('WRITE '));
    const lastWrite = kinds.findLastIndex((kind) => kind.startsWith('WRITE ') || kind === 'END_ACCESS');
    const off = kinds.indexOf(
      planned.facts.request.target.mode === 'IN_PLACE' ? 'DISABLE_CHANGE_TRACKING' : 'CREATE_VM',
    );
    const on = kinds.indexOf('ENABLE_CHANGE_TRACKING');
    if (firstWrite >= 0 && (off < 0 || off > firstWrite)) return 'not off before the first write';
    return on >= 0 && on < lastWrite ? 'on before the last write' : null;
  },
  'SAN writes inside the restore snapshot, and nothing else does': (planned) => {
    const kinds = kindsOf(planned);
    const [from, to] = [kinds.indexOf('CREATE_RESTORE_SNAPSHOT'), kinds.indexOf('REVERT_RESTORE_SNAPSHOT')];
    if (from < 0 !== to < 0) return 'half a window';
    const inside = kinds.filter((_kind, index) => index > from && index < to);
    const outside = kinds.filter((_kind, index) => index < from || index > to);
    const strange = inside.find((kind) => kind !== 'WRITE SAN' && kind !== 'RELEASE_DISKS');
    if (from >= 0 && strange !== undefined) return `${strange} inside the window`;
    return (from < 0 ? kinds : outside).includes('WRITE SAN') ? 'SAN outside the window' : null;
  },
  'access is prepared before the snapshot and ended after it, disks are released in between': (planned) => {
    const kinds = kindsOf(planned);
    const from = kinds.indexOf('CREATE_RESTORE_SNAPSHOT');
    if (from < 0) return null;
    const to = kinds.indexOf('REVERT_RESTORE_SNAPSHOT');
    const began = kinds.lastIndexOf('PREPARE_ACCESS');
    const ended = kinds.lastIndexOf('END_ACCESS');
    const released = kinds.lastIndexOf('RELEASE_DISKS');
    return began < from && released > from && released < to && to < ended ? null : kinds.join(' ');
  },
  'HotAdded disks are released before access ends': (planned) => {
    const kinds = kindsOf(planned);
    const last = kinds.lastIndexOf('WRITE HOTADD');
    if (last < 0) return null;
    const released = kinds.indexOf('RELEASE_DISKS', last);
    return released > last && released < kinds.indexOf('END_ACCESS', last) ? null : kinds.join(' ');
  },
  'what takes something says how it is given back, and brackets close': ({ plan }) => {
    const takes = ['CREATE_VM', 'PREPARE_ACCESS', 'CREATE_RESTORE_SNAPSHOT', 'PREPARE_PROXY', 'POWER_ON', 'WRITE_DISK'];
    const open = plan.steps.find(
      (step) => (takes.includes(step.kind) || step.sideEffects.length > 0) && step.compensation === null,
    );
    if (open !== undefined) return `${open.kind} has no compensation`;
    const count = (kind: string): number => plan.steps.filter((step) => step.kind === kind).length;
    if (count('PREPARE_ACCESS') !== count('END_ACCESS')) return 'access is left open';
    if (count('PREPARE_PROXY') !== count('RESET_PROXY')) return 'a proxy is left open';
    return count('CREATE_RESTORE_SNAPSHOT') === count('REVERT_RESTORE_SNAPSHOT') ? null : 'a snapshot is left';
  },
  'a Windows proxy that writes by SAN is told to open the disk and to close it again': ({ facts, plan }) => {
    const windows = facts.executors.filter(({ proxy }) => proxy.operatingSystem === 'WINDOWS').map(({ name }) => name);
    for (const name of windows) {
      const writes = plan.disks.some(({ transport, executor }) => transport === 'SAN' && executor === name);
      const told = plan.steps.some(
        (step) =>
          step.kind === 'PREPARE_PROXY' && step.executor === name && step.lines.includes('san policy=onlineAll'),
      );
      if (writes !== told) return name;
    }
    return null;
  },
  'each disk that has a way is written once, by that way': ({ plan }) => {
    const steps = plan.steps.flatMap((step) =>
      step.kind === 'WRITE_DISK' ? [`${step.deviceKey} ${step.transport}`] : [],
    );
    const ways = plan.disks.flatMap(({ deviceKey, transport }) =>
      transport === null ? [] : [`${deviceKey} ${transport}`],
    );
    const host = plan.placement.hostId !== null;
    return !host || steps.sort().join() === ways.sort().join() ? null : `${steps.join()} for ${ways.join()}`;
  },
};

/** Whether the vCenter says that it can fetch this key under this provider. */
export function isFetchable(
  { site, restorePoint }: VsphereFacts,
  keyId: string | null,
  providerId: string | null,
): boolean {
  if (site.kind !== 'VCENTER') return false;
  const provider = site.keyProviders?.entries.find((one) => one.providerId === providerId);
  if (provider === undefined || keyId === null) return false;
  const status = site.keyStatuses?.entries.find((one) => one.keyId === keyId && one.providerId === providerId);
  if (status?.available === 'YES' && status.reason === null) return true;
  const same = provider.keyDerivationId !== null && provider.keyDerivationId === restorePoint.keyDerivationId;
  return provider.type === 'NATIVE' && same && status?.available !== 'NO';
}

function keysOf({ plan }: Planned): readonly (readonly [string, KeyDecisionPlan])[] {
  return [['home', plan.keyPath.home], ...plan.disks.map((disk) => [`disk ${disk.deviceKey}`, disk.key] as const)];
}

const keyInvariants: Readonly<Record<string, Invariant>> = {
  'a good plan has keys that can be fetched or given': whenGood((planned) => {
    const { facts } = planned;
    for (const [what, { way, keyId, providerId, policyId }] of keysOf(planned)) {
      if (['WAIT', 'REFUSED', 'UNKNOWN'].includes(way)) return `${what} is ${way}`;
      const captured = way === 'SAME_KEYS' || way === 'SAME_KEY_NEW_BUNDLE';
      if (captured && !isFetchable(facts, keyId, providerId)) return `${what}: ${keyId} cannot be fetched`;
      if (way === 'NEW_KEYS' || way === 'ENCRYPT') {
        const policy = facts.site.storagePolicies?.entries.find(({ id }) => id === policyId);
        if (policy?.encrypts !== 'YES') return `${what}: new keys through a policy that is not known to encrypt`;
        if (way === 'NEW_KEYS' && !facts.policy.rekeyAllowed && !facts.request.target.consents.rekey) {
          return `${what}: new keys that nobody allowed`;
        }
      }
    }
    return null;
  }),
  'the bundle goes only with the key id that seals it': ({ facts, plan }) => {
    if (plan.keyPath.bundle !== 'GIVEN') return null;
    const { home } = plan.keyPath;
    const saved = (item: string): boolean =>
      facts.restorePoint.items.some((one) => one.item === item && one.state === 'CAPTURED');
    const waits = home.way === 'WAIT' && plan.verdict === 'NOT_RESTORABLE';
    const chain =
      (home.way === 'SAME_KEYS' || waits) && home.keyId !== null && home.keyId === facts.restorePoint.key?.keyId;
    return chain && saved('KEY_ID') && saved('ENCRYPTION_BUNDLE') ? null : `${home.way} ${home.keyId}`;
  },
  'a VM that was never encrypted meets no key rule': ({ facts, plan }) => {
    const { restorePoint: point, request } = facts;
    const clear = point.encryption === 'NOT_ENCRYPTED' && point.vtpm === 'NOT_PRESENT' && point.key === null;
    const disks = point.disks.every((disk) => disk.encryption === 'NOT_ENCRYPTED' && disk.key === null);
    const policies = point.storagePolicies?.every(({ encrypts }) => encrypts === 'NO') ?? false;
    const { homePolicyId, disks: asks } = request.target.placement;
    const untouched = homePolicyId === null && asks.every(({ policyId }) => policyId === null);
    const there = request.target.mode === 'NEW_VM' || machineOf(facts)?.encryption === 'NOT_ENCRYPTED';
    if (!clear || !disks || !policies || !untouched || !there) return null;
    const hit = plan.findings.find(({ ruleId }) => /^(key|nvram\.leave|vtpm)/.test(ruleId));
    return hit?.ruleId ?? null;
  },
  'what was clear comes back clear, unless it was asked for': ({ facts, plan }) => {
    if (facts.request.target.mode === 'IN_PLACE' || facts.request.target.consents.encrypt) return null;
    const bad = plan.disks.find(({ deviceKey, key }) => {
      const captured = facts.restorePoint.disks.find((disk) => disk.deviceKey === deviceKey);
      return captured?.encryption === 'NOT_ENCRYPTED' && !['NONE', 'REFUSED', 'UNKNOWN'].includes(key.way);
    });
    if (bad !== undefined) return `disk ${bad.deviceKey} is ${bad.key.way}`;
    const { way } = plan.keyPath.home;
    const home = facts.restorePoint.encryption === 'NOT_ENCRYPTED';
    return home && !['NONE', 'REFUSED', 'UNKNOWN'].includes(way) ? `home is ${way}` : null;
  },
  'what was encrypted comes back encrypted, unless it was allowed': ({ facts, plan }) => {
    if (facts.request.target.mode === 'IN_PLACE') return null;
    const allowed = facts.request.target.consents.clear || facts.policy.clearAllowed;
    const isLost = (way: string): boolean => way === 'NONE' || (way === 'CLEAR' && !allowed);
    if (facts.restorePoint.encryption === 'ENCRYPTED' && isLost(plan.keyPath.home.way)) return 'home';
    const bad = plan.disks.find(({ deviceKey, key }) => {
      const captured = facts.restorePoint.disks.find((disk) => disk.deviceKey === deviceKey);
      return captured?.encryption === 'ENCRYPTED' && isLost(key.way);
    });
    return bad === undefined ? null : `disk ${bad.deviceKey}`;
  },
  'a sealed NVRAM goes back only with its own key id and bundle of one epoch': ({ facts, plan }) => {
    if (plan.nvram.way !== 'RESTORE') return null;
    const { items, encryption, recrypts } = facts.restorePoint;
    const nvram = items.find(({ item }) => item === 'NVRAM');
    if (nvram?.state !== 'CAPTURED') return 'it was not captured';
    if (encryption === 'UNKNOWN') return 'nobody knows whether it is sealed';
    if (encryption === 'NOT_ENCRYPTED') return null;
    // A plan that waits for the key is no plan to be carried out.
    if (plan.keyPath.home.way === 'WAIT' && plan.verdict === 'NOT_RESTORABLE') return null;
    if (plan.keyPath.bundle !== 'GIVEN') return 'without the bundle';
    if (recrypts === null) return 'nobody knows of recrypts';
    const times = items.flatMap((one) =>
      ['KEY_ID', 'ENCRYPTION_BUNDLE', 'NVRAM'].includes(one.item) && one.observedAt !== null ? [one.observedAt] : [],
    );
    const [first, last] = [times.toSorted()[0] ?? '', times.toSorted().at(-1) ?? ''];
    return recrypts.some(({ kind, at }) => kind !== 'SHALLOW' && at >= first && at <= last) ? 'of another epoch' : null;
  },
};

const verdictInvariants: Readonly<Record<string, Invariant>> = {
  'a good verdict has a connected host and a way for every disk that has data': whenGood(({ facts, plan }) => {
    const host = facts.site.hosts?.entries.find(({ id }) => id === plan.placement.hostId);
    if (host?.connectionState !== 'connected') return `host ${plan.placement.hostId}`;
    const stuck = plan.disks.find(({ indexHash, transport }) => indexHash !== null && transport === null);
    return stuck === undefined ? null : `disk ${stuck.deviceKey} has no way`;
  }),
  'a good verdict rests on no unknown that decides': whenGood((planned) => {
    const { restorePoint: point, request } = planned.facts;
    if (point.encryption === 'UNKNOWN') return 'whether the VM was encrypted';
    if (point.vtpm === 'UNKNOWN') return 'whether it had a vTPM';
    const written_ = written(planned);
    const inPlace = request.target.mode === 'IN_PLACE';
    if (!inPlace && written_.some(({ captured }) => captured.encryption === 'UNKNOWN')) return 'encryption of a disk';
    if (inPlace && written_.some(({ present }) => (present?.encryption ?? 'UNKNOWN') === 'UNKNOWN')) {
      return 'encryption of a disk that is there';
    }
    const sealed = point.firmware !== 'BIOS' || point.encryption === 'ENCRYPTED';
    const nvram = point.items.find(({ item }) => item === 'NVRAM')?.state ?? 'UNKNOWN';
    return sealed && !inPlace && nvram === 'UNKNOWN' ? 'whether the NVRAM was captured' : null;
  }),
  'a good verdict has no component that is unknown or will not start': whenGood(({ facts, plan }) => {
    // A clear BIOS VM starts without an NVRAM, so whether it had one decides nothing.
    const { firmware, encryption } = facts.restorePoint;
    const spared = firmware === 'BIOS' && encryption === 'NOT_ENCRYPTED' ? 'NVRAM' : null;
    const bad = plan.components.find(
      ({ component, outcome, verdict }) =>
        component !== spared && (outcome === 'UNKNOWN' || outcome === 'WILL_NOT_START' || !GOOD.includes(verdict)),
    );
    return bad === undefined ? null : `${bad.component} ${bad.outcome} ${bad.verdict}`;
  }),
  'what is lost is told: never plainly RESTORABLE': ({ facts, plan }) => {
    if (plan.verdict !== 'RESTORABLE') return null;
    // The NVRAM of a BIOS VM holds no more than its clock and boot order: a new one is only noted.
    const spared = facts.restorePoint.firmware === 'BIOS' && facts.restorePoint.vtpm === 'NOT_PRESENT' ? 'NVRAM' : null;
    const lost = plan.components.find(
      ({ component, outcome }) => component !== spared && (outcome === 'LOST' || outcome === 'REGENERATED'),
    );
    return lost === undefined ? null : `${lost.component} ${lost.outcome}`;
  },
  'a verdict that is not good tells why': (planned) => {
    if (isGood(planned)) return null;
    const told = planned.plan.findings.some(({ grade }) => grade === 'BLOCKS' || grade === 'BLOCKS_UNTIL');
    return told ? null : planned.plan.verdict;
  },
};

/** All of them by name. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  ...transportInvariants,
  ...orderInvariants,
  ...keyInvariants,
  ...verdictInvariants,
};

/** Names of those that are broken, each with what breaks it. */
export function brokenInvariants(planned: Planned): string[] {
  const broken: string[] = [];
  for (const [name, invariant] of Object.entries(INVARIANTS)) {
    const why = invariant(planned);
    if (why !== null) broken.push(`${name}: ${why}`);
  }
  return broken;
}
