import fc from 'fast-check';
import type { VsphereFacts } from '../../src/planner/facts.js';
import type { Changes } from './vsphere-facts.js';
import { encryptedFacts, hotaddProxy, KEY, offers, sanProxy, vsphereFacts } from './vsphere-facts.js';
import { inPlaceFacts } from './in-place-facts.js';
import { itemsWith } from './facts-builder.js';

const REASONS = [
  null,
  null,
  'KeyStateMissingInKMS',
  'KeyStateClusterUnreachable',
  'KeyStateNotActiveOrEnabled',
  'KeyStateManagedByNKP',
  'KeyStateOfTomorrow',
] as const;

const answer = fc.constantFrom('YES', 'NO', 'UNKNOWN' as const);
const mostlyYes = fc.constantFrom('YES', 'YES', 'YES', 'NO', 'UNKNOWN' as const);
const itemState = fc.constantFrom('CAPTURED', 'CAPTURED', 'CAPTURED', 'NOT_CAPTURED', 'UNKNOWN' as const);

const disk = fc.record({
  provisioning: fc.constantFrom('THIN', 'THICK_LAZY_ZEROED', 'THICK_EAGER_ZEROED', 'UNKNOWN' as const),
  bus: fc.constantFrom('SCSI', 'SCSI', 'SATA', 'IDE', 'NVME', 'UNKNOWN' as const),
  encryption: fc.constantFrom('ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN' as const),
  key: fc.constantFrom(null, KEY, { ...KEY, keyId: 'key-8' }),
  child: answer,
  dataBytes: fc.constantFrom(null, 0, 4096, 67_108_864),
});

const datastore = fc.record({
  type: fc.constantFrom('VMFS', 'VMFS', 'VMFS', 'VVOL', 'vsan', 'NFS', 'TOMORROW'),
  local: fc.constantFrom('NO', 'NO', 'YES', 'UNKNOWN' as const),
  lunIds: fc.constantFrom(null, ['naa.6000000000000001'], ['naa.6000000000000001'], ['naa.6000000000000002']),
  freeBytes: fc.constantFrom(null, 0, 512 * 1024 ** 3, 512 * 1024 ** 3),
});

const executors = fc
  .record({
    hotadd: fc.boolean(),
    san: fc.boolean(),
    offered: fc.subarray(['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC'] as const),
    luns: fc.boolean(),
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
  vtpm: fc.constantFrom('PRESENT', 'NOT_PRESENT', 'UNKNOWN' as const),
  items: fc.record({ KEY_ID: itemState, ENCRYPTION_BUNDLE: itemState, NVRAM: itemState }),
  recrypts: fc.constantFrom(null, [], [{ kind: 'DEEP' as const, at: '2026-05-04T01:00:00.000Z' }]),
  changeTracking: answer,
  disks: fc.array(disk, { minLength: 1, maxLength: 3 }),
  datastore,
  executors,
  reason: fc.constantFrom(...REASONS),
  available: mostlyYes,
  providerId: fc.constantFrom('kmip-a', 'kmip-a', 'kmip-a', 'kmip-b'),
  policyEncrypts: mostlyYes,
  rekey: fc.boolean(),
  leaveNvram: fc.boolean(),
  clear: fc.constantFrom(false, false, false, true),
  mode: fc.constantFrom('NEW_VM', 'NEW_VM', 'IN_PLACE' as const),
  preference: fc.constantFrom(null, null, ['SAN'] as const, ['NBDSSL', 'HOTADD'] as const, ['NBD'] as const),
  running: fc.integer({ min: 0, max: 8 }),
  hosts: fc.constantFrom([{}], [{}, { connectionState: 'notResponding' }], [{ cryptoState: 'incapable' }], []),
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
      items: itemsWith(drawn.items),
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
