// Goal: what is said to help really helps.
// Method: small facts with one or two obstacles; the exact changes, and each of them planned again.
import { expect, test } from '@jest/globals';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { findRemedies } from '../../src/planner/find-remedies.js';
import { inPlaceFacts } from './in-place-facts.js';
import { encryptedFacts, sanProxy, offers, vsphereFacts } from './vsphere-facts.js';

const LOST = { available: 'NO', reason: 'KeyStateMissingInKMS' } as const;

function told(facts: VsphereFacts): string[] {
  return findRemedies(facts).remedies.map(({ changes, verdict }) => `${changes.join(' + ')}: ${verdict}`);
}

test('a good verdict needs nothing', () => {
  expect(findRemedies(vsphereFacts())).toEqual({ verdict: 'RESTORABLE', remedies: [] });
});

test('single changes are told, best first', () => {
  expect(told(vsphereFacts({ machines: [{ name: 'web-01' }] }))).toEqual(['placement.other-name: RESTORABLE']);
  expect(told(inPlaceFacts({}, { powerState: 'poweredOn' }))).toEqual(['machine.power-off: RESTORABLE']);
});

test('a lost key: the key itself, or two consents together', () => {
  expect(told(encryptedFacts({ keyStatuses: [LOST] }))).toEqual(['key.make-available:kmip-a/key-7: RESTORABLE']);
  const gone = encryptedFacts({ keyStatuses: [LOST], consents: { leaveNvram: true } });
  expect(told(gone)).toEqual(['key.make-available:kmip-a/key-7: RESTORABLE', 'consent.rekey: RESTORABLE_WITH_LOSS']);
});

test('two obstacles need a pair', () => {
  const facts = vsphereFacts({ machines: [{ name: 'web-01' }], networks: [{ name: 'DMZ' }] });
  expect(told(facts)).toEqual(['placement.other-name + placement.disconnected: RESTORABLE']);
});

test('SAN for a thin disk is offered where nothing else goes', () => {
  expect(told(vsphereFacts({ executors: [sanProxy({ transports: offers('SAN') })] }))).toEqual([
    'transport.ask-for:SAN: RESTORABLE',
  ]);
});

test('where nothing known here helps, nothing is promised', () => {
  const damaged = vsphereFacts({ disks: [{ dataState: 'DAMAGED' }] });
  expect(findRemedies(damaged)).toEqual({ verdict: 'NOT_RESTORABLE', remedies: [] });
});
