// Goal: what changed between two plans is told part by part, with the rule that made it so.
// Method: pairs of facts that differ in one thing; the sentences, exact.
import { expect, test } from '@jest/globals';
import { describeDrift } from '../../src/planner/compare-plans.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { hotaddProxy, sanProxy, vsphereFacts } from './vsphere-facts.js';

const THICK = { disks: [{ provisioning: 'THICK_EAGER_ZEROED' }] } as const;

test('the same facts: nothing', () => {
  expect(describeDrift(planRestore(vsphereFacts()), planRestore(vsphereFacts()))).toEqual([]);
});

test('a LUN that the proxy no longer sees: another way, its rule, and the steps that go with it', () => {
  const before = planRestore(vsphereFacts({ ...THICK, executors: [sanProxy({})] }));
  const after = planRestore(vsphereFacts({ ...THICK, executors: [sanProxy({ luns: [] })] }));
  expect(describeDrift(before, after)).toEqual([
    'Disk 2000 was planned by SAN on san-1, now NBDSSL on san-1 (san.lun-not-visible).',
    'Step left out: CREATE_RESTORE_SNAPSHOT vm.',
    'Step left out: RELEASE_DISKS vm.',
    'Step left out: REVERT_RESTORE_SNAPSHOT vm.',
  ]);
});

test('an NVRAM that was not captured: the outcome and its rule', () => {
  const efi = { firmware: 'EFI' } as const;
  const items = vsphereFacts().restorePoint.items.map((one) =>
    one.item === 'NVRAM' ? { ...one, state: 'NOT_CAPTURED' as const, observedAt: null } : one,
  );
  const executors = [hotaddProxy({})];
  const before = planRestore(vsphereFacts({ point: efi, executors }));
  const after = planRestore(vsphereFacts({ point: { ...efi, items }, executors }));
  const drift = describeDrift(before, after);
  expect([drift[0], ...drift.slice(2)]).toEqual([
    'The verdict was RESTORABLE and is now RESTORABLE_WITH_LOSS.',
    'NVRAM was AS_CAPTURED and is now REGENERATED (nvram.not-captured).',
    'Step left out: UPLOAD_NVRAM nvram.',
  ]);
  expect(drift[1]).toMatch(/^New: .* \(nvram\.not-captured\)$/);
});
