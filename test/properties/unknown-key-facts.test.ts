// Goal: no fact about keys, NVRAM or vTPM that goes missing makes a verdict good that was not.
// Method: healthy restores of encrypted VMs, new and in place, with up to four faults drawn at random, the seed
// printed; then facts are turned to UNKNOWN or taken away one at a time, and the verdict compared. Each fault alone is
// tried with every loss.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideVsphere } from '../../src/planner/plan-restore.js';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { keyFaults } from '../planner/key-faults.js';
import { inPlaceEncryptedFacts } from '../planner/in-place-facts.js';
import { losses } from '../planner/key-losses.js';
import { encryptedFacts } from '../planner/vsphere-facts.js';
import { propertySettings } from '../support/property-settings.js';

const GOOD: readonly string[] = ['RESTORABLE', 'RESTORABLE_WITH_LOSS'];

const consents = fc.record({
  rekey: fc.boolean(),
  keysDeclaredLost: fc.boolean(),
  leaveNvram: fc.boolean(),
  clear: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  newVtpm: fc.boolean(),
});

const faulty: fc.Arbitrary<VsphereFacts> = fc
  .record({
    consents,
    inPlace: fc.boolean(),
    purpose: fc.constantFrom('REPLACEMENT', 'COPY' as const),
    faults: fc.uniqueArray(fc.nat(keyFaults.length - 1), { minLength: 1, maxLength: 4 }),
  })
  .map(({ consents: given, inPlace, purpose, faults }) => {
    const changes = { consents: given, target: { purpose } };
    const healthy = inPlace ? inPlaceEncryptedFacts(changes) : encryptedFacts(changes);
    return faults.reduce((facts, index) => keyFaults[index]?.apply(facts) ?? facts, healthy);
  });

const drawnLosses = fc.uniqueArray(fc.nat(losses.length - 1), { minLength: 8, maxLength: 8 });

test('a fact about keys, NVRAM or vTPM that goes missing never makes a verdict good', () => {
  const { seed, numRuns } = propertySettings();
  const bad = { count: 0 };
  fc.assert(
    fc.property(faulty, drawnLosses, (facts, drawn) => {
      if (GOOD.includes(decideVsphere(facts).verdict)) return;
      bad.count += 1;
      for (const index of drawn) {
        const loss = losses[index];
        if (loss === undefined) continue;
        const { verdict } = decideVsphere(loss.apply(facts));
        if (GOOD.includes(verdict)) throw new Error(`${loss.name}: ${verdict}`);
      }
    }),
    { seed, numRuns },
  );
  // Most faults are bad news: else the property would prove nothing.
  expect(bad.count).toBeGreaterThan(numRuns / 2);
});

test('every single fault alone, with every fact that can go missing', () => {
  for (const build of [encryptedFacts, inPlaceEncryptedFacts]) {
    for (const fault of keyFaults) {
      for (const leaveNvram of [false, true]) {
        const facts = fault.apply(build({ consents: { leaveNvram, rekey: leaveNvram } }));
        if (GOOD.includes(decideVsphere(facts).verdict)) continue;
        const turned = losses.filter(({ apply }) => GOOD.includes(decideVsphere(apply(facts)).verdict));
        expect([fault.name, turned.map(({ name }) => name)]).toEqual([fault.name, []]);
      }
    }
  }
});

test('the healthy restores that faults are put into are good', () => {
  for (const build of [encryptedFacts, inPlaceEncryptedFacts]) {
    expect(decideVsphere(build()).verdict).toBe('RESTORABLE');
  }
});
