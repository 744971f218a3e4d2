// Goal: what must hold for every plan, whatever the facts.
// Method: facts drawn at random with fast-check, the seed printed; each property was seen failing with its rule
// removed.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CAPTURED_ITEMS, CAPTURED_ITEM_STATES } from '../../src/domain/words.js';
import { describeDrift } from '../../src/planner/compare-plans.js';
import { DEFAULT_POLICY } from '../../src/planner/facts.js';
import type { LocalFilesFacts } from '../../src/planner/facts.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { diskFact, executorFact, healthyFacts } from '../planner/facts-builder.js';
import { propertySettings } from '../support/property-settings.js';

const NOW = '2026-05-04T03:10:00.000Z';
const key = fc.constantFrom(null, { keyId: 'key-7', providerId: 'kmip-a', providerType: 'STANDARD' as const });

const disk = (deviceKey: number) =>
  fc
    .record({
      key,
      dataState: fc.constantFrom('CAPTURED', 'CAPTURED', 'CAPTURED', 'NOT_CAPTURED', 'DAMAGED', 'CAPTURING' as const),
      dataBytes: fc.constantFrom(null, 0, 4096, 67_108_864),
      capacityBytes: fc.constantFrom(67_108_864, 67_108_864, 67_108_864, 1000),
    })
    .map((drawn) => diskFact({ deviceKey, ...drawn, ...(drawn.dataState === 'CAPTURED' ? {} : { dataBytes: null }) }));

const executor = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    observedAt: fc.constantFrom('2026-05-04T03:09:50.000Z', '2026-05-04T03:09:50.000Z', '2026-05-03T00:00:00.000Z'),
    engine: fc.constantFrom('AVAILABLE' as const, 'AVAILABLE' as const, 'UNAVAILABLE' as const),
    writable: fc.constantFrom(true, true, true, false),
    freeBytes: fc.constantFrom(null, 0, 10_737_418_240, 10_737_418_240),
    present: fc.constantFrom(true, true, true, false),
  })
  .map(({ name, observedAt, engine, writable, freeBytes, present }) =>
    executorFact({
      name,
      observedAt,
      engine,
      engineReason: engine === 'AVAILABLE' ? null : 'no compiler',
      locations: [{ name: 'restores', readable: true, writable, freeBytes }],
      repositories: [{ name: 'main', present }],
    }),
  );

const item = fc.constantFrom(...CAPTURED_ITEM_STATES, 'CAPTURED' as const, 'CAPTURED' as const);

const anyFacts: fc.Arbitrary<LocalFilesFacts> = fc
  .record({
    firmware: fc.constantFrom('BIOS', 'EFI', 'UNKNOWN' as const),
    vtpm: fc.constantFrom('PRESENT', 'NOT_PRESENT', 'UNKNOWN' as const),
    encryption: fc.constantFrom('ENCRYPTED', 'NOT_ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN' as const),
    state: fc.constantFrom('AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'DAMAGED', 'CAPTURING', 'FAILED' as const),
    key,
    items: fc.tuple(...CAPTURED_ITEMS.map(() => item)),
    disks: fc.integer({ min: 0, max: 3 }).chain((count) => fc.tuple(...[2000, 2001, 2002].slice(0, count).map(disk))),
    executors: fc.uniqueArray(executor, { maxLength: 3, selector: (one) => one.name }),
  })
  .map(({ items, disks, executors, ...point }) => ({
    now: NOW,
    request: healthyFacts().request,
    policy: DEFAULT_POLICY,
    executors,
    restorePoint: {
      ...healthyFacts().restorePoint,
      ...point,
      disks,
      items: items.map((state, index) => ({ item: CAPTURED_ITEMS[index]!, state, observedAt: null })),
    },
  }));

const GOOD = ['RESTORABLE', 'RESTORABLE_WITH_LOSS'];
const ORDER = ['RESTORABLE', 'RESTORABLE_WITH_LOSS', 'UNKNOWN', 'NOT_RESTORABLE'];

test('the same facts give the same plan, byte for byte, in whatever order their lists came', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const turned = {
        ...facts,
        executors: [...facts.executors].reverse(),
        restorePoint: {
          ...facts.restorePoint,
          disks: [...facts.restorePoint.disks].reverse(),
          items: [...facts.restorePoint.items].reverse(),
        },
      };
      expect(JSON.stringify(planRestore(turned))).toBe(JSON.stringify(planRestore(facts)));
    }),
    propertySettings(),
  );
});

test('a fact turned to UNKNOWN never makes a verdict good that was not', () => {
  const unknowns: ((facts: LocalFilesFacts) => LocalFilesFacts)[] = [
    (facts) => withPoint(facts, { firmware: 'UNKNOWN' }),
    (facts) => withPoint(facts, { vtpm: 'UNKNOWN' }),
    (facts) => withPoint(facts, { encryption: 'UNKNOWN' }),
    (facts) => ({
      ...facts,
      executors: facts.executors.map((one) => ({ ...one, observedAt: '2020-01-01T00:00:00.000Z' })),
    }),
    (facts) => ({
      ...facts,
      executors: facts.executors.map((one) => ({
        ...one,
        locations: one.locations.map((location) => ({ ...location, freeBytes: null })),
      })),
    }),
    ...CAPTURED_ITEMS.map(
      (name) => (facts: LocalFilesFacts) =>
        withPoint(facts, {
          items: facts.restorePoint.items.map((one) =>
            one.item === name ? { ...one, state: 'UNKNOWN' as const } : one,
          ),
        }),
    ),
  ];
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...unknowns), (facts, turn) => {
      const before = planRestore(facts).verdict;
      fc.pre(!GOOD.includes(before));
      expect(GOOD).not.toContain(planRestore(turn(facts)).verdict);
    }),
    propertySettings(),
  );
});

test('a better executor never worsens a verdict', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const better = { ...facts, executors: [...facts.executors, executorFact({ name: 'z' })] };
      const before = ORDER.indexOf(planRestore(facts).verdict);
      expect(ORDER.indexOf(planRestore(better).verdict)).toBeLessThanOrEqual(before);
    }),
    propertySettings(),
  );
});

test('a good verdict has a way for every disk with data, and tells every loss', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const plan = planRestore(facts);
      if (!GOOD.includes(plan.verdict)) {
        return;
      }
      for (const one of plan.disks) {
        const lost = plan.findings.some(
          (f) => f.ruleId === 'disk.data-not-captured' && f.subject === `disk:${one.deviceKey}`,
        );
        expect(one.executor !== null || lost).toBe(true);
      }
      const worst = plan.components.filter((one) => ['LOST', 'UNKNOWN', 'WILL_NOT_START'].includes(one.outcome));
      const quiet = worst.filter((one) => one.component !== 'NVRAM' && one.component !== 'VTPM');
      expect(plan.verdict === 'RESTORABLE' ? quiet : []).toEqual([]);
    }),
    propertySettings(),
  );
});

test('a VM that was never encrypted never meets a key rule', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const clear = withPoint(facts, { encryption: 'NOT_ENCRYPTED', vtpm: 'NOT_PRESENT', key: null });
      const rules = planRestore(clear).findings.map((finding) => finding.ruleId);
      expect(rules.filter((id) => /^(home\.|nvram\.(sealed|unusable)|vtpm\.)/.test(id))).toEqual([]);
    }),
    propertySettings(),
  );
});

test('plans of equal digest show no drift, plans of unequal digest show some', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (left, right) => {
      const before = planRestore(left);
      // Only the executors differ, so that plans often agree and a drift is often a single one.
      const after = planRestore({ ...left, executors: right.executors });
      expect(describeDrift(before, after).length === 0).toBe(before.digest === after.digest);
    }),
    propertySettings(),
  );
});

function withPoint(facts: LocalFilesFacts, change: Partial<LocalFilesFacts['restorePoint']>): LocalFilesFacts {
  return { ...facts, restorePoint: { ...facts.restorePoint, ...change } };
}
