// Goal: whole plans into vSphere say the right thing in words that a tired person understands.
// Method: small facts in, the rendered plan inline; exact verdicts, outcomes, ways and steps.
import { expect, test } from '@jest/globals';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { renderPlan } from '../../src/planner/render-plan.js';
import { encryptedFacts, KEY, sanProxy, vsphereFacts } from './vsphere-facts.js';

const LOST = { available: 'NO', reason: 'KeyStateMissingInKMS' } as const;

function head(facts: VsphereFacts): string[] {
  const lines = renderPlan(planRestore(facts)).split('\n');
  return lines.slice(0, lines.indexOf('Steps') - 1);
}

function kinds(facts: VsphereFacts): string[] {
  return planRestore(facts).steps.map(({ kind, subject }) => (subject === 'vm' ? kind : `${kind} ${subject}`));
}

test('a healthy clear VM is restorable with nothing to warn of', () => {
  const plan = planRestore(vsphereFacts());
  expect(plan.findings).toEqual([]);
  expect(plan.verdict).toBe('RESTORABLE');
  expect(head(vsphereFacts())).toEqual([
    'Restore of "web-01" as of 2026-05-04 01:00 UTC to new VM "web-01" on vc-b',
    'Verdict: RESTORABLE',
    '',
    '  VM home        AS CAPTURED    The VM was not encrypted and stays clear.',
    '  Hard disk 1    AS CAPTURED    20.0 MiB by HOTADD on hotadd-1. Hard disk 1 was not encrypted and',
    '                                stays clear.',
    '  Hard disk 2    AS CAPTURED    20.0 MiB by HOTADD on hotadd-1. Hard disk 2 was not encrypted and',
    '                                stays clear.',
    '  NVRAM          AS CAPTURED    It is uploaded before the first power-on.',
    '  Virtual TPM    NOT PRESENT    The VM had none.',
    '  Power-on       AS CAPTURED    It is powered on at the end.',
    '',
    'Streams',
    '  HOTADD: 2 disks, 2 at once (limit 28, 0 in use).',
    '',
    'After power-on',
    '  [ ] The VM is not locked, and VMware Tools run.',
    '  [ ] Run a full backup: change ids from before the restore are void.',
  ]);
});

test('an encrypted VM with vTPM and its key at hand comes back as it was', () => {
  const plan = planRestore(encryptedFacts());
  expect(plan.findings).toEqual([]);
  expect(plan.verdict).toBe('RESTORABLE');
  expect(plan.components.map(({ component, outcome }) => [component, outcome])).toEqual([
    ['VM_HOME', 'SAME_KEYS'],
    ['DISK', 'SAME_KEYS'],
    ['DISK', 'SAME_KEYS'],
    ['NVRAM', 'AS_CAPTURED'],
    ['VTPM', 'AS_CAPTURED'],
    ['POWER_ON', 'AS_CAPTURED'],
  ]);
  expect([plan.keyPath.home.keyId, plan.keyPath.home.providerId, plan.keyPath.bundle]).toEqual([
    'key-7',
    'kmip-a',
    'GIVEN',
  ]);
});

test('a lost key: what survives, what is lost and what to do stand first', () => {
  expect(head(encryptedFacts({ keyStatuses: [LOST] })).slice(1, 11)).toEqual([
    'Verdict: NOT RESTORABLE',
    '',
    'In short',
    '  Survives  the data of all disks: the repository does not need the keys of vSphere',
    '  Lost      NVRAM, Virtual TPM',
    '  Starts    no. Key key-7 is gone for good. New keys are not allowed.',
    '  To do     1. Make the old key available again; if it is gone for good, consent to new keys and',
    '               name an encryption policy whose provider can give them.',
    '            2. Consent to leaving the NVRAM behind, or choose a point whose NVRAM can be used.',
    '            3. Have the recovery keys of BitLocker or LUKS at hand before the first start.',
  ]);
});

test('[S45] with consent, new keys come through the policy and the bundle is dropped', () => {
  const plan = planRestore(encryptedFacts({ keyStatuses: [LOST], consents: { rekey: true, leaveNvram: true } }));
  expect(plan.verdict).toBe('RESTORABLE_WITH_LOSS');
  expect([plan.keyPath.home.way, plan.keyPath.home.policyId, plan.keyPath.bundle, plan.nvram.way]).toEqual([
    'NEW_KEYS',
    'policy-enc',
    'DROPPED',
    'REGENERATE',
  ]);
  expect(plan.steps.map(({ kind }) => kind)).not.toContain('UPLOAD_NVRAM');
});

test('a link that is down is waited for, whatever is allowed', () => {
  const facts = encryptedFacts({
    keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }],
    consents: { rekey: true, leaveNvram: true },
    policy: { rekeyAllowed: true },
  });
  const plan = planRestore(facts);
  expect([plan.verdict, plan.keyPath.home.way]).toEqual(['NOT_RESTORABLE', 'WAIT']);
});

test('one lost disk key costs that disk its key and the VM nothing', () => {
  const plan = planRestore(
    encryptedFacts({
      consents: { rekey: true },
      disks: [{}, { key: { ...KEY, keyId: 'key-8' } }],
      keyStatuses: [{}, { ...LOST, keyId: 'key-8' }],
    }),
  );
  expect(plan.verdict).toBe('RESTORABLE');
  expect([plan.keyPath.home.way, ...plan.disks.map(({ key }) => key.way)]).toEqual([
    'SAME_KEYS',
    'SAME_KEYS',
    'NEW_KEYS',
  ]);
});

test('what is written by SAN has a window of its own, after all else', () => {
  const facts = vsphereFacts({ disks: [{}, { provisioning: 'THICK_EAGER_ZEROED' }] });
  expect(planRestore(facts).disks.map(({ transport, executor }) => [transport, executor])).toEqual([
    ['HOTADD', 'hotadd-1'],
    ['SAN', 'san-1'],
  ]);
  expect(kinds(facts)).toEqual([
    'CHECK_SITE',
    'CREATE_VM',
    'UPLOAD_NVRAM nvram',
    'PREPARE_ACCESS',
    'WRITE_DISK disk:2000',
    'RELEASE_DISKS',
    'END_ACCESS',
    'PREPARE_ACCESS',
    'CREATE_RESTORE_SNAPSHOT',
    'WRITE_DISK disk:2001',
    'RELEASE_DISKS',
    'REVERT_RESTORE_SNAPSHOT',
    'END_ACCESS',
    'ENABLE_CHANGE_TRACKING',
    'POWER_ON power-on',
    'CHECK_VM',
    'REMOVE_MARKERS',
  ]);
});

test('[S12] a Windows proxy is told the exact lines for diskpart, and back again', () => {
  const windows = { release: '2008', edition: 'Enterprise', sanPolicy: 'offlineShared', automount: 'YES' } as const;
  const facts = vsphereFacts({
    disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
    executors: [sanProxy({ operatingSystem: 'WINDOWS', windows })],
  });
  const lines = planRestore(facts).steps.flatMap((step) => ('lines' in step ? [step.kind, ...step.lines] : []));
  expect(lines).toEqual([
    'PREPARE_PROXY',
    'select disk <the number of each SAN disk>',
    'attributes disk set readonly',
    'automount disable',
    'san policy=onlineAll',
    'select disk <the number of LUN naa.6000000000000001>',
    'attributes disk clear readonly',
    'RESET_PROXY',
    'select disk <the number of LUN naa.6000000000000001>',
    'attributes disk set readonly',
    'automount enable',
  ]);
});

test('SAN streams of all work together stay below the cap of the host', () => {
  const thick = { provisioning: 'THICK_EAGER_ZEROED' } as const;
  const running = (streams: number) => ({
    observedAt: '2026-05-04T03:09:00.000Z',
    entries: [
      { hostId: 'host-21', transport: 'SAN' as const, streams },
      { hostId: 'host-21', transport: 'NBDSSL' as const, streams: 20 },
      { hostId: 'host-22', transport: 'SAN' as const, streams: 6 },
    ],
  });
  const atOnce = (streams: number) =>
    planRestore(vsphereFacts({ disks: [thick, thick, thick, thick], running: running(streams) })).streams;
  expect(atOnce(0)).toMatchObject([{ group: 'SAN', disks: 4, limit: 6, runningElsewhere: 0, atOnce: 4 }]);
  expect(atOnce(4)).toMatchObject([{ group: 'SAN', runningElsewhere: 4, atOnce: 2 }]);
  expect(atOnce(9)).toMatchObject([{ group: 'SAN', runningElsewhere: 9, atOnce: 0 }]);
  expect(planRestore(vsphereFacts({ disks: [thick], running: null })).streams).toMatchObject([{ atOnce: null }]);
});

test('what else runs, and how much is free, is no drift', () => {
  const before = planRestore(vsphereFacts());
  const after = planRestore(
    vsphereFacts({
      datastores: [{ freeBytes: 400 * 1024 ** 3 }],
      running: {
        observedAt: '2026-05-04T03:09:00.000Z',
        entries: [{ hostId: 'host-21', transport: 'HOTADD', streams: 3 }],
      },
      now: '2026-05-04T03:10:30.000Z',
    }),
  );
  expect(after.digest).toBe(before.digest);
});

test('old facts are no facts', () => {
  const plan = planRestore(vsphereFacts({ now: '2026-05-04T04:10:00.000Z' }));
  expect(plan.verdict).toBe('UNKNOWN');
  const early = planRestore(vsphereFacts({ now: '2026-05-04T03:04:59.000Z' }));
  expect(early.verdict).toBe('UNKNOWN');
});
