// Goal: each cell of the matrix of transports (proxy, storage, encryption, target, bus, tracking, snapshot, ports) is
// decided as it is documented.
// Method: one disk, one executor that offers everything, the transport asked for first; the cell says `yes` or the
// rules that stand against it.
import { expect, test } from '@jest/globals';
import type { Transport } from '../../src/domain/words.js';
import type { VsphereFacts } from '../../src/planner/facts.js';
import type { ProxyExecutorFact } from '../../src/planner/facts/proxy.js';
import type { VspherePlan } from '../../src/planner/vsphere-plan.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { inPlaceFacts, targetDisk } from './in-place-facts.js';
import type { Changes } from './vsphere-facts.js';
import { encryptedFacts, offers, pointDisk, sanProxy, vsphereFacts } from './vsphere-facts.js';
import { hotaddOn } from './vsphere-proxies.js';

const COLUMNS = ['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'] as const;
const ALL = offers(...COLUMNS);
const THICK = { provisioning: 'THICK_EAGER_ZEROED' } as const;

function withOffers(executor: ProxyExecutorFact): ProxyExecutorFact {
  return { ...executor, proxy: { ...executor.proxy, transports: ALL } };
}

/** The proxy that fits the transport, so that the row alone decides. */
function fitting(transport: Transport): ProxyExecutorFact {
  return withOffers(transport === 'HOTADD' ? hotaddOn({}) : sanProxy({}));
}

interface Row {
  readonly name: string;
  readonly facts: (changes: Changes) => VsphereFacts;
  readonly changes?: Changes;
  readonly executor?: (transport: Transport) => ProxyExecutorFact;
  /** In the order of the columns. */
  readonly cells: readonly [string, string, string, string, string, string];
}

const inPlaceChild = (changes: Changes): VsphereFacts =>
  inPlaceFacts(changes, { disks: [targetDisk(pointDisk(0, THICK), { child: 'YES' })] });
const on = (change: NonNullable<Changes['datastores']>[number]): Changes => ({ datastores: [change] });
const YES = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes'] as const;

const ROWS: readonly Row[] = [
  { name: 'VMFS, clear, thick, SCSI, new VM', facts: vsphereFacts, cells: YES },
  {
    name: 'physical proxy',
    facts: vsphereFacts,
    executor: () => withOffers(sanProxy({})),
    cells: ['yes', 'hotadd.physical-proxy', 'yes', 'yes', 'yes', 'yes'],
  },
  {
    name: 'virtual proxy',
    facts: vsphereFacts,
    executor: () => withOffers(hotaddOn({})),
    cells: ['san.virtual-proxy', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  {
    name: 'VVol',
    facts: vsphereFacts,
    changes: on({ type: 'VVOL' }),
    cells: ['san.vvol', 'yes', 'yes', 'yes', 'yes', 'datastore-http.object-storage'],
  },
  {
    name: 'vSAN, proxy on vSAN',
    facts: vsphereFacts,
    changes: on({ type: 'vsan' }),
    cells: ['san.vsan', 'yes', 'yes', 'yes', 'yes', 'datastore-http.object-storage'],
  },
  {
    name: 'vSAN, proxy elsewhere',
    facts: vsphereFacts,
    changes: { datastores: [{ type: 'vsan' }, {}] },
    executor: (transport) =>
      withOffers(transport === 'HOTADD' ? hotaddOn({ datastoreIds: ['datastore-12'] }) : sanProxy({})),
    cells: ['san.vsan', 'hotadd.vsan-proxy', 'yes', 'yes', 'yes', 'datastore-http.object-storage'],
  },
  {
    name: 'local disk',
    facts: vsphereFacts,
    changes: on({ local: 'YES' }),
    cells: ['san.local-storage', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  {
    name: 'NFS 4.1',
    facts: vsphereFacts,
    changes: on({ type: 'NFS41' }),
    cells: ['san.file-storage', 'yes', 'yes', 'yes', 'yes', 'yes'],
  },
  {
    name: 'encrypted disk, encrypted proxy',
    facts: encryptedFacts,
    executor: (transport) => withOffers(transport === 'HOTADD' ? hotaddOn({ encrypted: 'YES' }) : sanProxy({})),
    cells: [
      'transport.encrypted-disk',
      'yes',
      'yes',
      'transport.encrypted-disk',
      'http-nfc.encrypted-unproven',
      'transport.encrypted-disk',
    ],
  },
  {
    name: 'encrypted disk, clear proxy',
    facts: encryptedFacts,
    cells: [
      'transport.encrypted-disk',
      'hotadd.proxy-not-encrypted',
      'yes',
      'transport.encrypted-disk',
      'http-nfc.encrypted-unproven',
      'transport.encrypted-disk',
    ],
  },
  {
    name: 'child disk in place',
    facts: inPlaceChild,
    cells: ['transport.child-disk', 'yes', 'yes', 'yes', 'http-nfc.in-place', 'transport.child-disk'],
  },
  {
    name: 'captured child as a new VM',
    facts: vsphereFacts,
    changes: { disks: [{ ...THICK, child: 'YES' }] },
    cells: YES,
  },
  {
    name: 'IDE',
    facts: vsphereFacts,
    changes: { disks: [{ ...THICK, bus: 'IDE' }] },
    cells: ['yes', 'hotadd.ide-disk', 'yes', 'yes', 'yes', 'yes'],
  },
  { name: 'SATA', facts: vsphereFacts, changes: { disks: [{ ...THICK, bus: 'SATA' }] }, cells: YES },
  {
    name: 'NVMe',
    facts: vsphereFacts,
    changes: { disks: [{ ...THICK, bus: 'NVME' }] },
    cells: ['san.bus-unknown', 'hotadd.bus-unknown', 'yes', 'yes', 'yes', 'yes'],
  },
  {
    name: 'independent disk',
    facts: vsphereFacts,
    changes: { disks: [{ ...THICK, diskMode: 'independent_persistent' }] },
    cells: [
      'vddk.independent-disk',
      'vddk.independent-disk',
      'vddk.independent-disk',
      'vddk.independent-disk',
      'yes',
      'yes',
    ],
  },
  {
    name: 'thin disk, asked for by name',
    facts: vsphereFacts,
    changes: { disks: [{}] },
    cells: YES,
  },
  {
    name: 'port 902 closed',
    facts: vsphereFacts,
    executor: (transport) => closed(fitting(transport), { reachesHostData: 'NO' }),
    cells: ['yes', 'yes', 'nbd.host-not-reached', 'nbd.host-not-reached', 'yes', 'yes'],
  },
  {
    name: 'port 443 closed',
    facts: vsphereFacts,
    executor: (transport) => closed(fitting(transport), { reachesSite: 'NO' }),
    cells: [
      'transport.site-not-reached',
      'transport.site-not-reached',
      'transport.site-not-reached',
      'transport.site-not-reached',
      'transport.site-not-reached',
      'transport.site-not-reached',
    ],
  },
  {
    name: 'host without vCenter',
    facts: vsphereFacts,
    changes: { site: { kind: 'ESXI' } },
    cells: ['transport.needs-vcenter', 'transport.needs-vcenter', 'yes', 'yes', 'yes', 'yes'],
  },
];

function closed(executor: ProxyExecutorFact, change: Partial<ProxyExecutorFact['proxy']>): ProxyExecutorFact {
  return { ...executor, proxy: { ...executor.proxy, ...change } };
}

function planOf(row: Row, transport: Transport): VspherePlan {
  return planRestore(
    row.facts({
      disks: [THICK],
      ...row.changes,
      target: { transportPreference: [transport] },
      executors: [(row.executor ?? fitting)(transport)],
    }),
  );
}

const CELLS = ROWS.flatMap((row) =>
  COLUMNS.map((transport, column) => ({ row, name: row.name, transport, expected: row.cells[column] ?? '' })),
);

test.each(CELLS)('$name × $transport: $expected', ({ row, transport, expected }) => {
  const [disk] = planOf(row, transport).disks;
  const against = disk?.rejected.filter((one) => one.transport === transport).map(({ ruleId }) => ruleId) ?? [];
  expect(disk?.transport === transport ? 'yes' : [...new Set(against)].sort().join(', ')).toBe(expected);
});

test.each(['SAN', 'HOTADD', 'NBDSSL', 'NBD'] as const)(
  'change tracking × %s: off before the first write, on at the end, the next backup full',
  (transport) => {
    const facts = inPlaceFacts({
      disks: [THICK],
      target: { transportPreference: [transport] },
      executors: [fitting(transport)],
    });
    const plan = planRestore(facts);
    const kinds = plan.steps.map(({ kind }) => kind);
    expect(plan.disks[0]?.transport).toBe(transport);
    expect(plan.changeTracking).toEqual({ offBefore: true, onAfter: true, nextBackupFull: true });
    expect(kinds.indexOf('DISABLE_CHANGE_TRACKING')).toBeLessThan(kinds.indexOf('WRITE_DISK'));
    expect(kinds.indexOf('DISABLE_CHANGE_TRACKING')).toBeGreaterThan(0);
    expect(kinds.indexOf('ENABLE_CHANGE_TRACKING')).toBeGreaterThan(kinds.lastIndexOf('END_ACCESS'));
  },
);

test.each([
  ['SAN', ['PREPARE_ACCESS', 'CREATE_RESTORE_SNAPSHOT', 'RELEASE_DISKS', 'REVERT_RESTORE_SNAPSHOT', 'END_ACCESS']],
  ['HOTADD', ['PREPARE_ACCESS', 'RELEASE_DISKS', 'END_ACCESS']],
  ['NBDSSL', ['PREPARE_ACCESS', 'END_ACCESS']],
  ['NBD', ['PREPARE_ACCESS', 'END_ACCESS']],
  ['HTTP_NFC', []],
  ['DATASTORE_HTTP', []],
] as const)('fence and restore snapshot × %s', (transport, expected) => {
  const plan = planRestore(
    vsphereFacts({ disks: [THICK], target: { transportPreference: [transport] }, executors: [fitting(transport)] }),
  );
  expect(plan.disks[0]?.transport).toBe(transport);
  const around: readonly string[] = expected;
  const all = new Set([
    'PREPARE_ACCESS',
    'CREATE_RESTORE_SNAPSHOT',
    'RELEASE_DISKS',
    'REVERT_RESTORE_SNAPSHOT',
    'END_ACCESS',
  ]);
  expect(plan.steps.map(({ kind }) => kind).filter((kind) => all.has(kind))).toEqual(around);
});
