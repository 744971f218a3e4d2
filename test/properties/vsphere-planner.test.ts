// Goal: what must hold for every plan into vSphere, whatever the facts.
// Method: facts drawn at random with fast-check, the seed printed; code was broken to see the properties fail.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { findRemedies } from '../../src/planner/find-remedies.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { changesFor } from '../../src/planner/remedy-changes.js';
import type { VspherePlan } from '../../src/planner/vsphere-plan.js';
import { anyClearVsphereFacts, anyVsphereFacts } from '../planner/any-vsphere-facts.js';
import { brokenInvariants } from '../planner/plan-invariants.js';
import { propertySettings } from '../support/property-settings.js';

const GOOD: readonly string[] = ['RESTORABLE', 'RESTORABLE_WITH_LOSS'];

function holds(check: (plan: VspherePlan, facts: VsphereFacts) => void, any = anyVsphereFacts): void {
  fc.assert(
    fc.property(any, (facts) => {
      check(planRestore(facts), facts);
    }),
    propertySettings(),
  );
}

/** Every list of a document turned round, and the sections of the site with them. */
function turned<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(turned).reverse() as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, turned(entry)])) as Value;
}

test('the same facts give the same plan, byte for byte, in whatever order their lists came', () => {
  holds((plan, facts) => {
    // Orders that mean something stay.
    const again = turned(facts);
    const { request, restorePoint } = facts;
    const asked = { ...again, request, restorePoint: { ...again.restorePoint } };
    asked.restorePoint = {
      ...asked.restorePoint,
      machine: { ...asked.restorePoint.machine, bootOrderDeviceKeys: restorePoint.machine.bootOrderDeviceKeys },
    };
    expect(JSON.stringify(planRestore(asked))).toBe(JSON.stringify(plan));
  });
});

test('a plan is data: it survives JSON', () => {
  holds((plan) => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

const SECTIONS = [
  'about',
  'hosts',
  'datastores',
  'networks',
  'storagePolicies',
  'keyProviders',
  'keyStatuses',
  'machines',
  'targetMachine',
  'privileges',
  'services',
  'places',
] as const;

const UNKNOWNS: readonly ((facts: VsphereFacts) => VsphereFacts)[] = [
  ...SECTIONS.map((name) => (facts: VsphereFacts) => ({ ...facts, site: { ...facts.site, [name]: null } })),
  ...(['KEY_ID', 'ENCRYPTION_BUNDLE', 'NVRAM', 'CONFIG_INFO', 'DISK_DATA'] as const).map(
    (name) => (facts: VsphereFacts) => {
      const items = facts.restorePoint.items.map((one) =>
        one.item === name ? { ...one, state: 'UNKNOWN' as const } : one,
      );
      return { ...facts, restorePoint: { ...facts.restorePoint, items } };
    },
  ),
  (facts) => ({ ...facts, restorePoint: { ...facts.restorePoint, encryption: 'UNKNOWN' } }),
  (facts) => ({ ...facts, restorePoint: { ...facts.restorePoint, vtpm: 'UNKNOWN' } }),
  (facts) => ({ ...facts, restorePoint: { ...facts.restorePoint, recrypts: null } }),
  (facts) => {
    const disks = facts.restorePoint.disks.map((one) => ({ ...one, encryption: 'UNKNOWN' as const }));
    return { ...facts, restorePoint: { ...facts.restorePoint, disks } };
  },
  (facts) => ({ ...facts, running: null }),
  (facts) => ({
    ...facts,
    executors: facts.executors.map((one) => ({ ...one, proxy: { ...one.proxy, transports: [], luns: null } })),
  }),
];

test('a fact turned to UNKNOWN never makes a verdict good that was not', () => {
  fc.assert(
    fc.property(anyVsphereFacts, fc.constantFrom(...UNKNOWNS), (facts, turn) => {
      fc.pre(!GOOD.includes(planRestore(facts).verdict));
      expect(GOOD).not.toContain(planRestore(turn(facts)).verdict);
    }),
    propertySettings(),
  );
});

test('a good verdict has a host, and a way for every disk that has data', () => {
  holds((plan, { restorePoint }) => {
    if (!GOOD.includes(plan.verdict)) return;
    expect(plan.placement.hostId).not.toBeNull();
    for (const disk of plan.disks) {
      const captured = restorePoint.disks.find(({ deviceKey }) => deviceKey === disk.deviceKey);
      if (captured?.dataState === 'CAPTURED') expect(disk.executor).not.toBeNull();
    }
  });
});

test('a good plan that powers on an encrypted VM has keys that can be fetched', () => {
  holds((plan, { site }) => {
    if (!GOOD.includes(plan.verdict)) return;
    for (const key of [plan.keyPath.home, ...plan.disks.map((disk) => disk.key)]) {
      expect(['WAIT', 'REFUSED', 'UNKNOWN']).not.toContain(key.way);
      if (key.way !== 'SAME_KEYS') continue;
      const status = site.keyStatuses?.entries.find(({ keyId }) => keyId === key.keyId);
      expect([status?.available, status?.reason]).toEqual(['YES', null]);
    }
  });
});

test('the bundle never appears without its key id, and only where the same keys come or are waited for', () => {
  holds(({ keyPath }) => {
    if (keyPath.bundle !== 'GIVEN') return;
    expect(keyPath.home.keyId).not.toBeNull();
    expect(['SAME_KEYS', 'WAIT']).toContain(keyPath.home.way);
  });
});

test('a VM that was never encrypted never meets a key rule, and stays clear', () => {
  holds((plan, facts) => {
    expect(plan.findings.filter(({ ruleId }) => ruleId.startsWith('key.'))).toEqual([]);
    if (facts.request.target.mode === 'IN_PLACE') return;
    expect([plan.keyPath.home, ...plan.disks.map((disk) => disk.key)].map(({ way }) => way)).toEqual(
      ['home', ...plan.disks].map(() => 'NONE'),
    );
  }, anyClearVsphereFacts);
});

test('what was clear comes back clear and what was encrypted encrypted, unless the plan was asked to change it', () => {
  holds((plan, { restorePoint, request }) => {
    if (request.target.mode === 'IN_PLACE') return;
    for (const disk of plan.disks) {
      const captured = restorePoint.disks.find(({ deviceKey }) => deviceKey === disk.deviceKey);
      if (captured?.encryption === 'NOT_ENCRYPTED') expect(disk.key.way).toBe('NONE');
      if (captured?.encryption !== 'ENCRYPTED') continue;
      expect(disk.key.way).not.toBe('NONE');
      if (disk.key.way === 'CLEAR') expect(request.target.consents.clear).toBe(true);
    }
  });
});

test('SAN is never used for thin disks unasked, off shared VMFS, encrypted, onto a child, or to unproven LUNs', () => {
  holds((plan, { site, executors, request, restorePoint }) => {
    for (const disk of plan.disks) {
      if (disk.transport !== 'SAN') continue;
      if (!disk.provisioning.startsWith('THICK')) expect(request.target.transportPreference).toContain('SAN');
      const datastore = site.datastores?.entries.find(({ id }) => id === disk.datastoreId);
      expect([datastore?.type, datastore?.local]).toEqual(['VMFS', 'NO']);
      const written =
        request.target.mode === 'IN_PLACE'
          ? site.targetMachine?.entries[0]?.disks?.find(({ deviceKey }) => deviceKey === disk.targetDeviceKey)
          : { ...restorePoint.disks.find(({ deviceKey }) => deviceKey === disk.deviceKey), child: 'NO' };
      expect(written?.child).toBe('NO');
      if (disk.key.way !== 'CLEAR') expect(written?.encryption).toBe('NOT_ENCRYPTED');
      expect(executors.find(({ name }) => name === disk.executor)?.proxy.machine).toBe('PHYSICAL');
      const luns = executors.find(({ name }) => name === disk.executor)?.proxy.luns?.map(({ id }) => id);
      expect(datastore?.lunIds?.every((lun) => luns?.includes(lun)) ?? false).toBe(true);
    }
  });
});

test('nothing is written with change tracking left on, and nothing but SAN inside the snapshot window', () => {
  holds((plan) => {
    const writes = plan.steps.filter(({ kind }) => kind === 'WRITE_DISK');
    if (writes.length > 0) expect(plan.changeTracking.nextBackupFull).toBe(true);
    const kinds = plan.steps.map((step) => (step.kind === 'WRITE_DISK' ? step.transport : step.kind));
    const from = kinds.indexOf('CREATE_RESTORE_SNAPSHOT');
    const to = kinds.indexOf('REVERT_RESTORE_SNAPSHOT');
    expect(from < 0).toBe(to < 0);
    for (const kind of from < 0 ? [] : kinds.slice(from + 1, to)) expect(['SAN', 'RELEASE_DISKS']).toContain(kind);
    if (from < 0) expect(kinds).not.toContain('SAN');
  });
});

test('SAN streams of all work together never pass the cap', () => {
  holds((plan, { policy, running }) => {
    const busy = running?.entries[0]?.streams ?? 0;
    for (const { group, atOnce } of plan.streams) {
      if (group !== 'SAN') continue;
      expect((atOnce ?? 0) + Math.min(busy, policy.sanStreamsPerHostMax)).toBeLessThanOrEqual(
        policy.sanStreamsPerHostMax,
      );
    }
  });
});

const TAKES = new Set([
  'CREATE_VM',
  'PREPARE_ACCESS',
  'CREATE_RESTORE_SNAPSHOT',
  'PREPARE_PROXY',
  'POWER_ON',
  'WRITE_DISK',
]);

test('every step that takes or makes something says how it is undone, and brackets are closed', () => {
  holds((plan) => {
    for (const step of plan.steps) {
      if (TAKES.has(step.kind) || step.sideEffects.length > 0) expect(step.compensation).not.toBeNull();
    }
    const count = (kind: string): number => plan.steps.filter((step) => step.kind === kind).length;
    expect(count('PREPARE_ACCESS')).toBe(count('END_ACCESS'));
    expect(count('PREPARE_PROXY')).toBe(count('RESET_PROXY'));
    expect(count('CREATE_RESTORE_SNAPSHOT')).toBe(count('REVERT_RESTORE_SNAPSHOT'));
  });
});

test('a verdict that is not good tells why', () => {
  holds((plan) => {
    if (GOOD.includes(plan.verdict)) return;
    const blocks = plan.findings.filter(({ grade }) => grade === 'BLOCKS' || grade === 'BLOCKS_UNTIL');
    expect(blocks).not.toEqual([]);
  });
});

test('no plan from random facts breaks what must always hold', () => {
  holds((plan, facts) => {
    expect(brokenInvariants({ facts, plan })).toEqual([]);
  });
});

test('remedies, when applied, really improve the verdict', () => {
  const rank = ['NOT_RESTORABLE', 'UNKNOWN', 'RESTORABLE_WITH_LOSS', 'RESTORABLE'];
  const { seed, numRuns } = propertySettings();
  fc.assert(
    fc.property(anyVsphereFacts, (facts) => {
      const { verdict, remedies } = findRemedies(facts);
      const changes = new Map(changesFor(facts).map((change) => [change.id, change]));
      for (const remedy of remedies.slice(0, 3)) {
        const changed = remedy.changes.reduce((before, id) => changes.get(id)!.apply(before), facts);
        const after = planRestore(changed).verdict;
        expect(after).toBe(remedy.verdict);
        expect(rank.indexOf(after)).toBeGreaterThan(rank.indexOf(verdict));
      }
    }),
    // Remedies plan many times over: a tenth of the runs is as much work.
    { seed, numRuns: Math.ceil(numRuns / 10) },
  );
});

test('better facts never worsen a good verdict: keys that can be fetched, hosts that are connected, free space', () => {
  const rank = ['NOT_RESTORABLE', 'UNKNOWN', 'RESTORABLE_WITH_LOSS', 'RESTORABLE'];
  const better: readonly ((facts: VsphereFacts) => VsphereFacts)[] = [
    (facts) => withSite(facts, 'keyStatuses', { available: 'YES', reason: null }),
    (facts) => withSite(facts, 'hosts', { connectionState: 'connected', cryptoState: 'safe' }),
    (facts) => withSite(facts, 'datastores', { freeBytes: 512 * 1024 ** 3 }),
  ];
  fc.assert(
    fc.property(anyVsphereFacts, fc.constantFrom(...better), (facts, change) => {
      const [before, after] = [planRestore(facts).verdict, planRestore(change(facts)).verdict];
      if (!GOOD.includes(before)) return;
      expect(rank.indexOf(after)).toBeGreaterThanOrEqual(rank.indexOf(before));
    }),
    propertySettings(),
  );
});

function withSite<Name extends 'keyStatuses' | 'hosts' | 'datastores'>(
  facts: VsphereFacts,
  name: Name,
  part: Readonly<Record<string, unknown>>,
): VsphereFacts {
  const section = facts.site[name];
  if (section === null) return facts;
  const entries = section.entries.map((one) => ({ ...one, ...part }));
  return { ...facts, site: { ...facts.site, [name]: { ...section, entries } } };
}
