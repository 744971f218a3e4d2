import fc from 'fast-check';
import type { VsphereFacts } from '../../src/planner/facts.js';
import type { HostFact } from '../../src/planner/facts/site.js';
import type { PointDiskFact, VspherePointFact } from '../../src/planner/facts/vsphere-point.js';
import type { Changes } from './vsphere-facts.js';
import { encryptedFacts, hotaddProxy, KEY, offers, readInTurn, sanProxy, vsphereFacts } from './vsphere-facts.js';
import { inPlaceFacts } from './in-place-facts.js';

const REASONS = [
  'KeyStateMissingInKMS',
  'KeyStateClusterUnreachable',
  'KeyStateNotActiveOrEnabled',
  'KeyStateManagedByNKP',
  'KeyStateOfTomorrow',
] as const;

/** The healthy value eight times in ten: with many facts drawn at once, good verdicts would be too rare otherwise. */
function mostly<const Value>(healthy: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(healthy) }, { weight: 2, arbitrary: fc.constantFrom(...others) });
}

const answer = fc.constantFrom('YES', 'NO', 'UNKNOWN' as const);
const mostlyYes = mostly('YES', 'NO', 'UNKNOWN');
const itemState = mostly('CAPTURED', 'NOT_CAPTURED', 'UNKNOWN');

const disk = fc.record({
  provisioning: fc.constantFrom('THIN', 'THICK_LAZY_ZEROED', 'THICK_EAGER_ZEROED', 'UNKNOWN' as const),
  bus: fc.constantFrom('SCSI', 'SCSI', 'SATA', 'IDE', 'NVME', 'UNKNOWN' as const),
  encryption: fc.constantFrom('ENCRYPTED', 'NOT_ENCRYPTED', 'ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN' as const),
  key: mostly<PointDiskFact['key']>(KEY, null, { ...KEY, keyId: 'key-8' }),
  child: answer,
  dataBytes: fc.constantFrom(null, 0, 4096, 67_108_864),
});

const datastore = fc.record({
  type: mostly('VMFS', 'VVOL', 'vsan', 'NFS', 'TOMORROW'),
  local: mostly('NO', 'YES', 'UNKNOWN'),
  lunIds: mostly<readonly string[] | null>(['naa.6000000000000001'], null, ['naa.6000000000000002']),
  freeBytes: mostly<number | null>(512 * 1024 ** 3, null, 0),
});

const TRANSPORTS = ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC'] as (
  | 'SAN'
  | 'HOTADD'
  | 'NBDSSL'
  | 'NBD'
  | 'HTTP_NFC'
)[];

const executors = fc
  .record({
    hotadd: mostly(true, false),
    san: mostly(true, false),
    offered: fc.oneof(fc.constant(TRANSPORTS), fc.subarray(TRANSPORTS)),
    luns: mostly(true, false),
    encrypted: answer,
    windows: fc.boolean(),
  })
  .map(({ hotadd, san, offered, luns, encrypted, windows }) => [
    ...(hotadd
      ? [
          hotaddProxy({
            transports: offers(...offered),
            virtualMachine: { ...hotaddProxy({}).proxy.virtualMachine!, encrypted },
          }),
        ]
      : []),
    ...(san
      ? [
          sanProxy({
            transports: offers(...offered),
            ...(luns ? {} : { luns: null }),
            operatingSystem: windows ? 'WINDOWS' : 'LINUX',
          }),
        ]
      : []),
  ]);

/** A choice about every fact that decides, healthy ones drawn more often. */
const changes = fc.record({
  encryption: fc.constantFrom('ENCRYPTED', 'ENCRYPTED', 'NOT_ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN' as const),
  firmware: fc.constantFrom('BIOS', 'EFI', 'EFI', 'UNKNOWN' as const),
  vtpm: fc.constantFrom('PRESENT', 'NOT_PRESENT', 'PRESENT', 'NOT_PRESENT', 'UNKNOWN' as const),
  items: fc.record({ KEY_ID: itemState, ENCRYPTION_BUNDLE: itemState, NVRAM: itemState }),
  recrypts: mostly<VspherePointFact['recrypts']>([], null, [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }]),
  changeTracking: answer,
  disks: fc.array(disk, { minLength: 1, maxLength: 3 }),
  datastore,
  executors,
  reason: mostly<string | null>(null, ...REASONS),
  available: mostlyYes,
  providerId: mostly('kmip-a', 'kmip-b'),
  policyEncrypts: mostlyYes,
  rekey: fc.boolean(),
  leaveNvram: fc.boolean(),
  clear: fc.constantFrom(false, false, false, true),
  mode: fc.constantFrom('NEW_VM', 'NEW_VM', 'IN_PLACE' as const),
  preference: fc.constantFrom(null, null, ['SAN'] as const, ['NBDSSL', 'HOTADD'] as const, ['NBD'] as const),
  running: fc.integer({ min: 0, max: 8 }),
  hosts: mostly<readonly Partial<HostFact>[]>(
    [{}],
    [{}, { connectionState: 'notResponding' }],
    [{ cryptoState: 'incapable' }],
    [],
  ),
});

type Drawn = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

/** Facts of a restore into vSphere, drawn at random. */
export const anyVsphereFacts: fc.Arbitrary<VsphereFacts> = changes.map(factsOf);

/** The same, of a VM of which all that was captured proves that it was never encrypted. */
export const anyClearVsphereFacts: fc.Arbitrary<VsphereFacts> = changes.map((drawn) => {
  const { NVRAM } = drawn.items;
  return factsOf({
    ...drawn,
    encryption: 'NOT_ENCRYPTED',
    vtpm: 'NOT_PRESENT',
    clear: false,
    items: { KEY_ID: 'NOT_PRESENT', ENCRYPTION_BUNDLE: 'NOT_PRESENT', NVRAM } as unknown as Drawn['items'],
    disks: drawn.disks.map((one) => ({ ...one, encryption: 'NOT_ENCRYPTED' as const, key: null })),
  });
});

function factsOf(drawn: Drawn): VsphereFacts {
  const made: Changes = {
    point: {
      encryption: drawn.encryption,
      key: drawn.encryption === 'ENCRYPTED' ? KEY : null,
      firmware: drawn.firmware,
      vtpm: drawn.vtpm,
      items: readInTurn(drawn.items),
      recrypts: drawn.recrypts,
    },
    machine: { changeTracking: drawn.changeTracking },
    disks: drawn.disks,
    datastores: [drawn.datastore],
    executors: drawn.executors,
    hosts: drawn.hosts,
    keyStatuses: ['key-7', 'key-8'].map((keyId) => ({ keyId, available: drawn.available, reason: drawn.reason })),
    keyProviders: [{ providerId: drawn.providerId }],
    storagePolicies: [
      {
        id: 'policy-enc',
        name: 'VM Encryption Policy',
        encrypts: drawn.policyEncrypts,
        keyProviderId: null,
        compatibleDatastoreIds: null,
        contentHash: null,
      },
    ],
    consents: { rekey: drawn.rekey, leaveNvram: drawn.leaveNvram, clear: drawn.clear },
    target: { transportPreference: drawn.preference },
    running: {
      observedAt: '2026-05-04T03:09:00.000Z',
      entries: [{ hostId: 'host-21', transport: 'SAN', streams: drawn.running }],
    },
  };
  if (drawn.mode === 'IN_PLACE') return inPlaceFacts(made);
  return drawn.encryption === 'ENCRYPTED' ? encryptedFacts(made) : vsphereFacts(made);
}
