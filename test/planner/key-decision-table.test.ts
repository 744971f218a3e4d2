// Goal: the decision table for encrypted VMs, row by row, and the statements about keys, bundle and NVRAM.
// Method: whole plans from small facts; each title is its row: key id, bundle, NVRAM, key at the target.
import { expect, test } from '@jest/globals';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { renderPlan } from '../../src/planner/render-plan.js';
import { inPlaceEncryptedFacts } from './in-place-facts.js';
import { encryptedFacts, KEY, readInTurn, vsphereFacts } from './vsphere-facts.js';

const GONE = [{ available: 'NO', reason: 'KeyStateMissingInKMS' }] as const;
const DOWN = [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }] as const;
const NOT_ACTIVE = [{ available: 'NO', reason: 'KeyStateNotActiveOrEnabled' }] as const;
const DEEP = [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] as const;

/** Verdict, way of the home, bundle, NVRAM, vTPM. */
function decided(facts: VsphereFacts): string[] {
  const { verdict, keyPath, nvram, vtpm } = planRestore(facts);
  return [verdict, keyPath.home.way, keyPath.bundle, nvram.way, vtpm.way];
}

function blocks(facts: VsphereFacts): string[] {
  const { findings } = planRestore(facts);
  const all = findings.filter(({ grade }) => grade === 'BLOCKS' || grade === 'BLOCKS_UNTIL');
  return [...new Set(all.map(({ ruleId }) => ruleId))];
}

function kinds(facts: VsphereFacts): string[] {
  return planRestore(facts).steps.map(({ kind }) => kind);
}

test('never encrypted, proven: none of the table applies, its NVRAM is plain and goes back', () => {
  expect(decided(vsphereFacts())).toEqual(['RESTORABLE', 'NONE', 'NONE', 'RESTORE', 'NOT_PRESENT']);
});

test('nobody knows whether it was encrypted: nothing is decided', () => {
  const facts = encryptedFacts({ point: { encryption: 'UNKNOWN' } });
  expect(decided(facts)).toEqual(['UNKNOWN', 'UNKNOWN', 'NONE', 'UNKNOWN', 'UNKNOWN']);
});

test('[S35] saved | saved | saved, same key epoch | available: full restore with saved key, bundle and NVRAM', () => {
  expect(decided(encryptedFacts())).toEqual(['RESTORABLE', 'SAME_KEYS', 'GIVEN', 'RESTORE', 'KEEP']);
  expect(kinds(encryptedFacts())).toContain('UPLOAD_NVRAM');
});

test('[S38] saved | saved | on the other side of a deep recrypt | available: same keys, NVRAM not uploaded', () => {
  const facts = encryptedFacts({ point: { recrypts: DEEP }, consents: { leaveNvram: true } });
  expect(decided(facts)).toEqual(['RESTORABLE_WITH_LOSS', 'SAME_KEYS', 'GIVEN', 'REGENERATE', 'NEW']);
  expect(kinds(facts)).not.toContain('UPLOAD_NVRAM');
  const shallow = encryptedFacts({ point: { recrypts: [{ ...DEEP[0], kind: 'SHALLOW' }] } });
  expect(decided(shallow)).toEqual(['RESTORABLE', 'SAME_KEYS', 'GIVEN', 'RESTORE', 'KEEP']);
});

test('[S43] saved | saved | missing | available: same keys, generic NVRAM, boot disk and Secure Boot again', () => {
  const facts = encryptedFacts({ point: { items: readInTurn({ NVRAM: 'NOT_CAPTURED' }) } });
  expect(decided(facts)).toEqual(['RESTORABLE_WITH_LOSS', 'SAME_KEYS', 'GIVEN', 'REGENERATE', 'NEW']);
  expect(planRestore(facts).findings.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['nvram.not-captured', 'vtpm.secrets-lost']),
  );
  expect(planRestore(facts).checklist).toEqual(
    expect.arrayContaining([
      'Set the boot disk and its order again in the UEFI set-up.',
      'Set Secure Boot and its keys again, then check that it is on.',
    ]),
  );
});

test('[S36] saved | saved | any | unreachable or not active: blocked until cured, never dropped by itself', () => {
  for (const keyStatuses of [DOWN, NOT_ACTIVE]) {
    const facts = encryptedFacts({ keyStatuses, consents: { rekey: true, leaveNvram: true } });
    expect(decided(facts)).toEqual(['NOT_RESTORABLE', 'WAIT', 'GIVEN', 'RESTORE', 'KEEP']);
    const start = planRestore(facts).components.find(({ component }) => component === 'POWER_ON');
    expect(start?.outcome).toBe('WILL_NOT_START');
  }
  expect(blocks(encryptedFacts({ keyStatuses: DOWN }))).toEqual(['key.provider-unreachable']);
  expect(blocks(encryptedFacts({ keyStatuses: NOT_ACTIVE }))).toEqual(['key.not-active']);
});

test('saved | saved | any | gone for good, new keys allowed: bundle dropped, encryption policy in CreateVM', () => {
  const facts = encryptedFacts({ keyStatuses: GONE, consents: { rekey: true, leaveNvram: true } });
  expect(decided(facts)).toEqual(['RESTORABLE_WITH_LOSS', 'NEW_KEYS', 'DROPPED', 'REGENERATE', 'NEW']);
  const { keyPath, disks } = planRestore(facts);
  for (const { keyId, policyId } of [keyPath.home, ...disks.map(({ key }) => key)]) {
    expect([keyId, policyId]).toEqual([null, 'policy-enc']);
  }
});

test('saved | saved | any | gone for good, new keys not allowed: not restorable', () => {
  const facts = encryptedFacts({ keyStatuses: GONE, consents: { leaveNvram: true } });
  expect(decided(facts)).toEqual(['NOT_RESTORABLE', 'REFUSED', 'NONE', 'REGENERATE', 'NEW']);
  expect(blocks(facts)).toEqual(['key.no-permitted-way']);
});

test('[S40] saved | missing | any | available: same key id seals a new data key, NVRAM lost', () => {
  const items = readInTurn({ ENCRYPTION_BUNDLE: 'NOT_CAPTURED' });
  const facts = encryptedFacts({ point: { items }, consents: { leaveNvram: true } });
  expect(decided(facts)).toEqual(['RESTORABLE_WITH_LOSS', 'SAME_KEY_NEW_BUNDLE', 'NONE', 'REGENERATE', 'NEW']);
  expect(planRestore(facts).keyPath.home.keyId).toBe('key-7');
});

test('[S41] missing | any | any | –: new keys through policy where allowed, NVRAM lost', () => {
  for (const bundle of ['CAPTURED', 'NOT_CAPTURED'] as const) {
    const items = readInTurn({ KEY_ID: 'NOT_CAPTURED', ENCRYPTION_BUNDLE: bundle });
    const point = { key: null, items };
    const disks = [{ key: null }, { key: null }];
    const kept = bundle === 'CAPTURED' ? 'DROPPED' : 'NONE';
    const refused = encryptedFacts({ point, disks, consents: { leaveNvram: true } });
    expect(decided(refused)).toEqual(['NOT_RESTORABLE', 'REFUSED', 'NONE', 'REGENERATE', 'NEW']);
    const allowed = encryptedFacts({ point, disks, consents: { rekey: true, leaveNvram: true } });
    expect(decided(allowed)).toEqual(['RESTORABLE_WITH_LOSS', 'NEW_KEYS', kept, 'REGENERATE', 'NEW']);
  }
});

test('[S39] the same servers under another name are no pass, nor is a host that holds the key', () => {
  const renamed = encryptedFacts({ keyProviders: [{ providerId: 'kmip-b' }] });
  expect([planRestore(renamed).verdict, blocks(renamed)]).toEqual(['NOT_RESTORABLE', ['key.provider-absent']]);
  const held = encryptedFacts({ keyStatuses: [{ ...DOWN[0], hostIdsHolding: ['host-21'] }] });
  expect(planRestore(held).verdict).toBe('NOT_RESTORABLE');
  const told = planRestore(held).findings.find(({ ruleId }) => ruleId === 'key.held-by-hosts');
  expect(told?.explanation).toBe('Key key-7: starts on esx-1 until reboot, nowhere else.');
});

test('a VM with a vTPM and clear disks: each disk states that it stays clear', () => {
  const clear = { encryption: 'NOT_ENCRYPTED', key: null } as const;
  const plan = planRestore(encryptedFacts({ disks: [clear, clear] }));
  expect([plan.verdict, ...plan.disks.map(({ key }) => key.way)]).toEqual(['RESTORABLE', 'NONE', 'NONE']);
});

test('overwrite, VM rekeyed since: disks under the present keys, the present NVRAM stays', () => {
  const facts = inPlaceEncryptedFacts({ consents: { leaveNvram: true } }, { key: { ...KEY, keyId: 'key-9' } });
  const status = { keyId: 'key-9', providerId: 'kmip-a', available: 'YES', reason: null, hostIdsHolding: [] } as const;
  const { keyStatuses } = facts.site;
  const entries = [...(keyStatuses?.entries ?? []), status];
  const asked = { ...facts, site: { ...facts.site, keyStatuses: { observedAt: facts.now, entries } } };
  expect(decided(asked)).toEqual(['RESTORABLE_WITH_LOSS', 'PRESENT_KEYS', 'DROPPED', 'LEAVE', 'KEEP']);
  expect(kinds(asked)).not.toContain('UPLOAD_NVRAM');
});

test('encrypted vMotion stays required', () => {
  const plan = planRestore(encryptedFacts({ machine: { migrateEncryption: 'required' } }));
  expect([plan.keyPath.migrateEncryption, plan.keyPath.faultToleranceEncryption]).toEqual([
    'required',
    'ftEncryptionOpportunistic',
  ]);
});

test('a lost key, told so that a tired person knows in twenty seconds what survives and what to do', () => {
  const text = renderPlan(planRestore(encryptedFacts({ keyStatuses: GONE, machine: { tpmBoundSecrets: 'YES' } })));
  expect(text.slice(0, text.indexOf('\nSteps\n'))).toMatchInlineSnapshot(`
"Restore of "web-01" as of 2026-05-04 01:00 UTC to new VM "web-01" on vc-b
Verdict: NOT RESTORABLE

In short
  Survives  the data of all disks: the repository does not need the keys of vSphere
  Lost      NVRAM, Virtual TPM
  Starts    no. Key key-7 is gone for good. New keys are not allowed.
  To do     1. Make the old key available again; if it is gone for good, consent to new keys and
               name an encryption policy whose provider can give them.
            2. Consent to leaving the NVRAM behind, or choose a point whose NVRAM can be used.
            3. Fetch the recovery keys of this guest from their escrow and try one before the
               restore: without them its data stays locked.

  VM home        WILL NOT START Key key-7 is gone for good. New keys are not allowed.
  Hard disk 1    WILL NOT START 20.0 MiB by HOTADD on hotadd-1. Key key-7 is gone for good. New keys
                                are not allowed.
  Hard disk 2    WILL NOT START 20.0 MiB by HOTADD on hotadd-1. Key key-7 is gone for good. New keys
                                are not allowed.
  NVRAM          REGENERATED    Without key key-7 nothing opens it: a generic one takes its place.
  Virtual TPM    LOST           It comes back empty: its secrets lived in the NVRAM.
  Power-on       WILL NOT START Key key-7 is gone for good. New keys are not allowed.

Know before you go on
  blocks  Hard disk 1, Hard disk 2, VM: Key key-7 is gone for good. New keys are not allowed.
          [key.no-permitted-way]
          → Make the old key available again; if it is gone for good, consent to new keys and name
            an encryption policy whose provider can give them.
  blocks  NVRAM: Without key key-7 nothing opens it: a generic one takes its place. That is not
          allowed by itself. [nvram.leave-not-allowed]
          → Consent to leaving the NVRAM behind, or choose a point whose NVRAM can be used.
  warns   NVRAM: Its NVRAM trusted certificates of a year that nobody noted; a generic one may hold
          others (2011, 2023). [nvram.boot-certificates-change]
          → Have the BitLocker recovery key at hand before the first start: the measured values
            change.
  warns   NVRAM: Without key key-7 nothing opens it: a generic one takes its place.
          [nvram.left-behind]
          → Choose a point with key id, bundle and NVRAM of one moment, or be ready to set the boot
            disk again.
  warns   Virtual TPM: BitLocker or LUKS of this guest is bound to the virtual TPM, whose secrets
          are lost. [vtpm.bound-secrets]
          → Fetch the recovery keys of this guest from their escrow and try one before the restore:
            without them its data stays locked.

Streams
  HOTADD: 2 disks, 2 at once (limit 28, 0 in use).

After power-on
  [ ] The VM is not locked, and VMware Tools run.
  [ ] VM home and disks are encrypted as the plan says.
  [ ] Set the boot disk and its order again in the UEFI set-up.
  [ ] Set Secure Boot and its keys again, then check that it is on.
  [ ] Unlock the guest with its BitLocker or LUKS recovery key, then bind it to the new vTPM.
  [ ] Run a full backup: change ids from before the restore are void.
"
`);
});
