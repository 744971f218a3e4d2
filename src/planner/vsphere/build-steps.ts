import { formatBytes } from '../../domain/units.js';
import type { VsphereStep } from '../vsphere-plan.js';
import type { DiskWay, VsphereContext } from './context.js';
import { usesKeys } from './providers-in-use.js';
import { automountSteps, proxySteps } from './proxy-steps.js';

/** A step before it has its place in the order. */
export type Unplaced = VsphereStep extends infer Step
  ? Step extends VsphereStep
    ? Omit<Step, 'position'>
    : never
  : never;

/** The steps of a restore into vSphere, in the order that keeps each one true; those that do not apply fall out. */
export function buildSteps(context: VsphereContext): VsphereStep[] {
  const { ways, host } = context;
  const san = ways.filter((way) => way.transport === 'SAN');
  const network = ways.filter((way) => way.transport !== null && way.transport !== 'SAN');
  const steps: Unplaced[] = [
    {
      kind: 'CHECK_SITE',
      hostId: host?.id ?? null,
      subject: 'vm',
      description: checkText(context),
      sideEffects: [],
      compensation: null,
    },
    ...keyPathSteps(context),
    ...machineSteps(context),
    ...nvramSteps(context),
    ...networkSteps(context, network),
    ...sanSteps(context, san),
    ...trackingSteps(context),
    ...lastSteps(context),
  ];
  return steps.map((step, index) => ({ ...step, position: index + 1 }));
}

function checkText({ target, site }: VsphereContext): string {
  return target.mode === 'IN_PLACE'
    ? `Check on ${site.name} that ${target.placement.name} is off, has no snapshots and bears the typed name.`
    : `Check on ${site.name} that name, space, networks and keys are as planned.`;
}

function keyPathSteps(context: VsphereContext): Unplaced[] {
  const { host } = context;
  if (host === null || host.cryptoState === 'safe' || !usesKeys(context)) return [];
  return [
    {
      kind: 'PREPARE_KEY_PATH',
      hostId: host.id,
      subject: `host:${host.name}`,
      description: `Bring host ${host.name} (${host.cryptoState}) into crypto mode safe, so that it can take keys.`,
      sideEffects: [`Host ${host.name} encrypts its core dumps from then on; going back needs a restart of the host.`],
      compensation: 'None: a host in crypto mode safe harms nothing.',
    },
  ];
}

function machineSteps(context: VsphereContext): Unplaced[] {
  const { target, host, ways, site, changeTracking } = context;
  const { name } = target.placement;
  if (target.mode === 'NEW_VM') {
    if (host === null) return [];
    return [
      {
        kind: 'CREATE_VM',
        hostId: host.id,
        deviceKeys: inBusOrder(ways),
        subject: 'vm',
        description:
          `Create ${name} on ${host.name} from its ConfigInfo: controllers ascending, then disks, ` +
          'change tracking off, crypto and storage policy stated for the home and for each disk.',
        sideEffects: [`A VM named ${name} stands on ${site.name}.`],
        compensation: `${name} is removed with its files, when it still bears the mark of this operation.`,
      },
      ...bootOrderSteps(context),
    ];
  }
  if (!changeTracking.offBefore) return [];
  return [
    {
      kind: 'DISABLE_CHANGE_TRACKING',
      subject: 'vm',
      description: `Switch change tracking of ${name} off and read it back.`,
      sideEffects: ['The chain of change ids of every backup product ends; its next backup is a full one.'],
      compensation: 'It is switched on again.',
    },
  ];
}

/** Device keys of the request are not those of the new VM, and the order names disks by them. */
function bootOrderSteps({ rebuild, target }: VsphereContext): Unplaced[] {
  if (rebuild === null || rebuild.bootOrderDeviceKeys.length === 0) return [];
  return [
    {
      kind: 'SET_BOOT_ORDER',
      deviceKeys: rebuild.bootOrderDeviceKeys,
      subject: 'vm',
      description: `Set the boot order of ${target.placement.name} by the new keys of its disks.`,
      sideEffects: [],
      compensation: 'It goes with the VM.',
    },
  ];
}

/**
 * [S33] Disks in the order of their buses and units, so that no controller is added out of sequence. A physical raw
 * device mapping is not made again: its LUN is mapped by a person.
 */
function inBusOrder(ways: readonly DiskWay[]): number[] {
  const rank = (value: number | null): number => value ?? Number.MAX_SAFE_INTEGER;
  return ways
    .map(({ situation }) => situation.disk)
    .filter(({ rdmMode }) => rdmMode !== 'physicalMode')
    .sort(
      (left, right) =>
        rank(left.busNumber) - rank(right.busNumber) ||
        rank(left.controllerKey) - rank(right.controllerKey) ||
        rank(left.unitNumber) - rank(right.unitNumber) ||
        left.deviceKey - right.deviceKey,
    )
    .map(({ deviceKey }) => deviceKey);
}

function nvramSteps({ nvram, target }: VsphereContext): Unplaced[] {
  if (nvram.way !== 'RESTORE') return [];
  const inPlace = target.mode === 'IN_PLACE';
  return [
    {
      kind: 'UPLOAD_NVRAM',
      subject: 'nvram',
      description: 'Upload the NVRAM to the folder of the VM, before its first power-on.',
      sideEffects: inPlace ? ['The present NVRAM is replaced; a copy is kept beside it.'] : [],
      compensation: inPlace ? 'The copy takes its place again.' : 'The file goes with the VM.',
    },
  ];
}

function networkSteps({ site }: VsphereContext, ways: readonly DiskWay[]): Unplaced[] {
  if (ways.length === 0) return [];
  const viaVddk = ways.some(({ transport }) => transport === 'HOTADD' || transport === 'NBDSSL' || transport === 'NBD');
  // PrepareForAccess fails on a host without vCenter, which has nothing to be fenced off either.
  const fenced = viaVddk && site.kind !== 'ESXI';
  const { prepare, reset } = automountSteps(ways);
  const release: Unplaced[] = ways.some(({ transport }) => transport === 'HOTADD')
    ? [
        {
          kind: 'RELEASE_DISKS',
          bracket: 'NETWORK',
          subject: 'vm',
          description: 'Release the HotAdded disks from the proxies with Cleanup.',
          sideEffects: ['Cleanup may remove a change tracking file wrongly; a power cycle of the VM mends it.'],
          compensation: 'Cleanup is repeated until no disk is attached to a proxy.',
        },
      ]
    : [];
  const writes = ways.map((way) => writeStep(way, 'NETWORK'));
  const inside = [...writes, ...release];
  const bracket = fenced ? [beginAccess('NETWORK'), ...inside, endAccess('NETWORK')] : inside;
  return [...prepare, ...bracket, ...reset];
}

/** [S04] Nothing else is written or reconfigured inside this window: the revert would throw it away. */
function sanSteps(context: VsphereContext, ways: readonly DiskWay[]): Unplaced[] {
  if (ways.length === 0) return [];
  const { prepare, reset } = proxySteps(ways);
  return [
    ...prepare,
    beginAccess('SAN'),
    {
      kind: 'CREATE_RESTORE_SNAPSHOT',
      subject: 'vm',
      description: `Take the restore snapshot of ${context.target.placement.name}; SAN writes below it.`,
      sideEffects: ['A snapshot stands until the disks are written.'],
      compensation: 'Reverted to and deleted: deleting without reverting may leave a VM that cannot start.',
    },
    ...ways.map((way) => writeStep(way, 'SAN')),
    {
      kind: 'RELEASE_DISKS',
      bracket: 'SAN',
      subject: 'vm',
      description: 'Close all handles, disconnect, and release the disks with Cleanup.',
      sideEffects: [],
      compensation: 'Cleanup is repeated.',
    },
    {
      kind: 'REVERT_RESTORE_SNAPSHOT',
      subject: 'vm',
      description: 'Revert to the restore snapshot and delete it.',
      sideEffects: ['Whatever was reconfigured or written elsewhere since the snapshot would be gone.'],
      compensation: 'Repeated until the snapshot is gone.',
    },
    endAccess('SAN'),
    ...reset,
  ];
}

function beginAccess(bracket: 'NETWORK' | 'SAN'): Unplaced {
  return {
    kind: 'PREPARE_ACCESS',
    bracket,
    subject: 'vm',
    description: 'Keep storage motion away from the VM (PrepareForAccess).',
    sideEffects: ['The VM cannot be moved until access ends.'],
    compensation: 'EndAccess with the same identity, also after a crash.',
  };
}

function endAccess(bracket: 'NETWORK' | 'SAN'): Unplaced {
  return {
    kind: 'END_ACCESS',
    bracket,
    subject: 'vm',
    description: 'Let storage motion happen again (EndAccess).',
    sideEffects: [],
    compensation: null,
  };
}

function writeStep({ situation, transport, executor }: DiskWay, bracket: 'NETWORK' | 'SAN'): Unplaced {
  const { disk } = situation;
  if (transport === null || executor === null) throw new Error(`disk ${disk.deviceKey} has no way to be written`);
  const amount = disk.dataBytes === null ? formatBytes(disk.capacityBytes) : formatBytes(disk.dataBytes);
  return {
    kind: 'WRITE_DISK',
    deviceKey: disk.deviceKey,
    transport,
    bracket,
    subject: situation.subject,
    description: `Write ${disk.label} (${amount}) by ${transport} on ${executor.name}, each chunk verified.`,
    sideEffects: [situation.written === null ? 'Fills a new disk.' : `Overwrites ${situation.written.label}.`],
    compensation:
      situation.written === null
        ? 'The disk goes with the VM.'
        : 'None: what was overwritten comes back only from another restore point.',
  };
}

function trackingSteps({ changeTracking, target }: VsphereContext): Unplaced[] {
  if (!changeTracking.onAfter) return [];
  return [
    {
      kind: 'ENABLE_CHANGE_TRACKING',
      subject: 'vm',
      description: `Switch change tracking of ${target.placement.name} on again; the next backup is a full one.`,
      sideEffects: [
        'It takes effect at the next power-on or snapshot.',
        'Other backup products start with a full one too.',
      ],
      compensation: 'It is switched off.',
    },
  ];
}

function lastSteps({ target, point, keys, disks }: VsphereContext): Unplaced[] {
  const { name } = target.placement;
  const steps: Unplaced[] = [];
  const plain = { sideEffects: [], compensation: null } as const;
  if (keys.home.way === 'ENCRYPT' && keys.home.policyId !== null) {
    const labels = disks.filter(({ disk }) => keys.disks.get(disk.deviceKey)?.way === 'ENCRYPT');
    const what = [name, ...labels.map(({ disk }) => disk.label)].join(', ');
    steps.push({
      kind: 'ENCRYPT_VM',
      policyId: keys.home.policyId,
      subject: 'vm',
      description: `Encrypt ${what} through the storage policies of the plan; each disk in the plan has its own.`,
      sideEffects: ['Whether a plain NVRAM survives this is not known.'],
      compensation: 'It is decrypted again.',
    });
  }
  if (point.machine.template === 'YES') {
    steps.push({ kind: 'MARK_TEMPLATE', subject: 'vm', description: `Mark ${name} as a template.`, ...plain });
  } else if (target.powerOn) {
    steps.push({
      kind: 'POWER_ON',
      subject: 'power-on',
      description: `Power ${name} on.`,
      sideEffects: ['The guest starts and may reach its networks.'],
      compensation: 'It is powered off.',
    });
  }
  steps.push(
    {
      kind: 'CHECK_VM',
      subject: 'vm',
      description: `Check that ${name} is not locked, and home and disks are encrypted as planned.`,
      ...plain,
    },
    {
      kind: 'REMOVE_MARKERS',
      subject: 'vm',
      description: `Remove the marks of this operation from ${name}.`,
      ...plain,
    },
  );
  return steps;
}
