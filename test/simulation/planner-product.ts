import type { VsphereFacts } from '../../src/planner/facts.js';
import type { KeyStatusFact } from '../../src/planner/facts/keys.js';
import type { ProxyExecutorFact } from '../../src/planner/facts/proxy.js';
import type { DatastoreFact } from '../../src/planner/facts/site.js';
import type { PointDiskFact, VspherePointFact } from '../../src/planner/facts/vsphere-point.js';
import { decideVsphere } from '../../src/planner/plan-restore.js';
import { inPlaceFacts, targetDisk } from '../planner/in-place-facts.js';
import { brokenInvariants } from '../planner/plan-invariants.js';
import type { Changes } from '../planner/vsphere-facts.js';
import {
  encryptedFacts,
  hotaddProxy,
  KEY,
  offers,
  readInTurn,
  sanProxy,
  vsphereFacts,
} from '../planner/vsphere-facts.js';

const ALL = offers('SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC');

const TRANSPORTS = [null, ['SAN'], ['HOTADD'], ['NBDSSL'], ['NBD'], ['HTTP_NFC']] as const;

const STORAGE: Readonly<Record<string, Partial<DatastoreFact>>> = {
  'VMFS on a shared LUN': {},
  'VMFS on a LUN that no proxy sees': { lunIds: ['naa.6000000000000009'] },
  'VMFS on LUNs that nobody told': { lunIds: null },
  'VMFS on a local disk': { local: 'YES' },
  'VMFS, local or not': { local: 'UNKNOWN' },
  NFS: { type: 'NFS', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] },
  vSAN: { type: 'vsan', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] },
  VVol: { type: 'VVOL', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] },
  'of tomorrow': { type: 'TOMORROW' },
};

const PROVISIONING = ['THIN', 'THICK_LAZY_ZEROED', 'THICK_EAGER_ZEROED', 'UNKNOWN'] as const;
const CONTROLLERS = ['SCSI', 'SATA', 'IDE', 'NVME', 'UNKNOWN'] as const;

interface Encryption {
  readonly point: Partial<VspherePointFact>;
  readonly disk: Partial<PointDiskFact>;
  readonly of: 'NOTHING' | 'SOMETHING' | 'UNKNOWN';
}

const ENCRYPTION: Readonly<Record<string, Encryption>> = {
  clear: { of: 'NOTHING', point: {}, disk: { encryption: 'NOT_ENCRYPTED', key: null } },
  unknown: { of: 'UNKNOWN', point: { encryption: 'UNKNOWN' }, disk: { encryption: 'UNKNOWN', key: null } },
  'home and disk': { of: 'SOMETHING', point: {}, disk: { encryption: 'ENCRYPTED', key: KEY } },
  'home alone': { of: 'SOMETHING', point: {}, disk: { encryption: 'NOT_ENCRYPTED', key: null } },
};

const KEY_STATES: Readonly<Record<string, Changes>> = {
  available: {},
  'gone for good': { keyStatuses: [status('NO', 'KeyStateMissingInKMS')] },
  'gone, new keys allowed': {
    keyStatuses: [status('NO', 'KeyStateMissingInKMS')],
    consents: { rekey: true, leaveNvram: true },
  },
  'link is down': { keyStatuses: [status('NO', 'KeyStateClusterUnreachable')] },
  'not active': { keyStatuses: [status('NO', 'KeyStateNotActiveOrEnabled')], consents: { rekey: true } },
  'provider absent': { keyProviders: [{ providerId: 'kmip-b' }] },
  'no answer': { keyStatuses: [status('UNKNOWN', null)] },
};

const NVRAM: Readonly<Record<string, Partial<VspherePointFact>>> = {
  captured: { items: readInTurn({}) },
  'recrypted since': { items: readInTurn({}), recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
  'not captured': { items: readInTurn({ NVRAM: 'NOT_CAPTURED' }) },
  unknown: { items: readInTurn({ NVRAM: 'UNKNOWN' }) },
};

const encryptedMachine = { ...hotaddProxy({}).proxy.virtualMachine!, encrypted: 'YES' as const };
const PROXIES: Readonly<Record<string, readonly ProxyExecutorFact[]>> = {
  'physical, Linux': [sanProxy({ transports: ALL })],
  'physical, Windows': [
    sanProxy({
      transports: ALL,
      operatingSystem: 'WINDOWS',
      windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'offlineShared', automount: 'YES' },
    }),
  ],
  'VM, clear': [hotaddProxy({ transports: ALL })],
  'VM, encrypted': [hotaddProxy({ transports: ALL, virtualMachine: encryptedMachine })],
  'nobody knows': [hotaddProxy({ transports: ALL, machine: 'UNKNOWN', virtualMachine: null })],
};

function status(available: KeyStatusFact['available'], reason: string | null): Partial<KeyStatusFact> {
  return { available, reason };
}

/** One case of the product: its name, and how its facts are made. */
export interface Case {
  readonly name: () => string;
  readonly make: () => VsphereFacts;
}

const ANSWERS = ['YES', 'NO', 'UNKNOWN'] as const;

/** Every combination of the discrete facts of a new VM: 9 kinds of storage and all else that is listed above. */
export function* newMachineCases(): Generator<Case> {
  for (const [key, encryption, keyState, keys] of keyCases()) {
    for (const [nvram, nvramFacts] of Object.entries(NVRAM)) {
      for (const [proxy, executors] of Object.entries(PROXIES)) {
        for (const [storage, datastore] of Object.entries(STORAGE)) {
          for (const preference of TRANSPORTS) {
            for (const provisioning of PROVISIONING) {
              for (const bus of CONTROLLERS) {
                const changes: Changes = {
                  ...keys,
                  point: { ...encryption.point, ...pointOf(encryption, nvramFacts) },
                  disks: [{ ...encryption.disk, provisioning, bus }],
                  datastores: [datastore],
                  executors,
                  target: { transportPreference: preference },
                };
                yield {
                  name: () =>
                    [key, keyState, `NVRAM ${nvram}`, proxy, storage, preference?.[0], provisioning, bus].join(', '),
                  make: () => (encryption.of === 'SOMETHING' ? encryptedFacts(changes) : vsphereFacts(changes)),
                };
              }
            }
          }
        }
      }
    }
  }
}

/** What is there when a VM is overwritten: storage, child or not, tracked or not, encrypted since or not. */
export function* inPlaceCases(): Generator<Case> {
  for (const [storage, datastore] of Object.entries(STORAGE)) {
    for (const child of ANSWERS) {
      for (const changeTracking of ANSWERS) {
        for (const encryption of ['ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN'] as const) {
          for (const [proxy, executors] of Object.entries(PROXIES)) {
            for (const preference of TRANSPORTS) {
              for (const provisioning of PROVISIONING) {
                const key = encryption === 'ENCRYPTED' ? KEY : null;
                const changes: Changes = {
                  disks: [{ provisioning: 'THIN' }],
                  datastores: [datastore],
                  executors,
                  target: { transportPreference: preference },
                };
                yield {
                  name: () =>
                    ['in place', storage, `child ${child}`, `tracking ${changeTracking}`, encryption, proxy]
                      .concat([preference?.[0] ?? 'any', provisioning])
                      .join(', '),
                  make: () => {
                    const [disk] = vsphereFacts(changes).restorePoint.disks;
                    const there = targetDisk(disk!, { child, encryption, key, provisioning });
                    return inPlaceFacts(changes, { changeTracking, encryption, key, disks: [there] });
                  },
                };
              }
            }
          }
        }
      }
    }
  }
}

function* keyCases(): Generator<readonly [string, Encryption, string, Changes]> {
  for (const [name, encryption] of Object.entries(ENCRYPTION)) {
    const states = encryption.of === 'SOMETHING' ? Object.entries(KEY_STATES) : [['-', {}] as const];
    for (const [state, changes] of states) yield [name, encryption, state, changes];
  }
}

/** A clear VM has no key items; its NVRAM is in the state of the case. */
function pointOf({ of }: Encryption, nvram: Partial<VspherePointFact>): Partial<VspherePointFact> {
  if (of !== 'NOTHING') return nvram;
  const state = nvram.items?.find(({ item }) => item === 'NVRAM')?.state ?? 'UNKNOWN';
  return {
    items: readInTurn({
      KEY_ID: 'NOT_PRESENT',
      ENCRYPTION_BUNDLE: 'NOT_PRESENT',
      VTPM: 'NOT_PRESENT',
      NVRAM: state,
    }),
    firmware: 'EFI',
  };
}

export interface Run {
  readonly planned: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly transports: Readonly<Record<string, number>>;
  /** Broken invariants with the number of cases and the first one. */
  readonly broken: readonly string[];
}

/** Plans the share of the cases that the seed picks, and checks every invariant on each plan. */
export function runCases(cases: Iterable<Case>, share: number, seed: number): Run {
  const verdicts: Record<string, number> = {};
  const transports: Record<string, number> = {};
  const broken = new Map<string, { count: number; first: string }>();
  let planned = 0;
  let state = seed >>> 0;
  for (const one of cases) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (state / 2 ** 32 >= share) continue;
    const facts = one.make();
    const plan = decideVsphere(facts);
    planned += 1;
    verdicts[plan.verdict] = (verdicts[plan.verdict] ?? 0) + 1;
    const transport = plan.disks[0]?.transport ?? 'NONE';
    transports[transport] = (transports[transport] ?? 0) + 1;
    for (const text of brokenInvariants({ facts, plan })) {
      const known = broken.get(text);
      if (known === undefined) broken.set(text, { count: 1, first: one.name() });
      else known.count += 1;
    }
  }
  const told = [...broken].map(([text, { count, first }]) => `${text} (${count} cases, first: ${first})`);
  return { planned, verdicts, transports, broken: told };
}
