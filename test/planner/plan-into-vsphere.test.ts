// Goal: whole plans into vSphere say the right thing in words that a tired person understands.
// Method: small facts in, the rendered plan inline; exact verdicts, outcomes, ways and steps.
import { expect, test } from '@jest/globals';
import { planRestore } from '../../src/planner/plan-restore.js';
import { encryptedFacts, vsphereFacts } from './vsphere-facts.js';

test('a healthy clear VM is restorable with nothing to warn of', () => {
  const plan = planRestore(vsphereFacts());
  expect(plan.findings).toEqual([]);
  expect(plan.verdict).toBe('RESTORABLE');
});

test('an encrypted VM with vTPM and its key at hand comes back as it was', () => {
  const plan = planRestore(encryptedFacts());
  expect(plan.findings).toEqual([]);
  expect(plan.verdict).toBe('RESTORABLE');
});
