// Goal: each awkward situation of NVRAM, Secure Boot and vTPM gets the answer that is owed.
// Method: facts told as changes of a healthy restore; the whole plan as a few lines of text, exact.
import { test } from '@jest/globals';
import { encryptedFacts, vsphereFacts } from '../vsphere-facts.js';
import { checklist, expectPlan } from './summary.js';

const LOST = { available: 'NO', reason: 'KeyStateMissingInKMS' } as const;
const THIN = { provisioning: 'THIN' } as const;
const BOUND = { tpmBoundSecrets: 'YES' } as const;

test('copy beside the original with a vTPM: duplicated secrets', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], machine: BOUND, target: { purpose: 'COPY' } }),
    `
      RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      WARNS vtpm.duplicated (vtpm)
      `,
  );
});

test('the same copy with a new vTPM asked for', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], machine: BOUND, target: { purpose: 'COPY' }, consents: { newVtpm: true } }),
    `
      RESTORABLE_WITH_LOSS
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NEW REGENERATED, start AS_CAPTURED
      WARNS vtpm.bound-secrets (vtpm)
      The VM is not locked, and VMware Tools run.
      VM home and disks are encrypted as the plan says.
      Unlock the guest with its BitLocker or LUKS recovery key, then bind it to the new vTPM.
      Connect the networks once the original is off or the copy has addresses of its own.
      Run a full backup: change ids from before the restore are void.
      `,
    checklist,
  );
});

test('custom Secure Boot keys and no NVRAM: it will not start', () => {
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      machine: { secureBootKeys: 'CUSTOM' },
      keyStatuses: [LOST],
      consents: { rekey: true, leaveNvram: true },
    }),
    `
      NOT_RESTORABLE
      home REKEYED NEW_KEYS policy-enc, bundle DROPPED on host-21
      disk 2000 REKEYED NEW_KEYS policy-enc by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NEW LOST, start WILL_NOT_START
      BLOCKS_UNTIL nvram.custom-secure-boot-keys (nvram)
      WARNS key.new-keys (disk:2000)
      WARNS key.new-keys (vm)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      `,
  );
});

test('Secure Boot certificates of 2011: a new NVRAM changes what is measured', () => {
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      machine: { secureBootCertificates: '2011', ...BOUND },
      keyStatuses: [LOST],
      consents: { rekey: true, leaveNvram: true },
    }),
    `
      RESTORABLE_WITH_LOSS
      home REKEYED NEW_KEYS policy-enc, bundle DROPPED on host-21
      disk 2000 REKEYED NEW_KEYS policy-enc by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NEW LOST, start AS_CAPTURED
      WARNS key.new-keys (disk:2000)
      WARNS key.new-keys (vm)
      WARNS nvram.boot-certificates-change (nvram)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.bound-secrets (vtpm)
      The VM is not locked, and VMware Tools run.
      VM home and disks are encrypted as the plan says.
      Set the boot disk and its order again in the UEFI set-up.
      Set Secure Boot and its keys again, then check that it is on.
      Unlock the guest with its BitLocker or LUKS recovery key, then bind it to the new vTPM.
      Run a full backup: change ids from before the restore are void.
      `,
    checklist,
  );
});

test('deep recrypt between bundle and NVRAM: same keys, the NVRAM is regenerated', () => {
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      consents: { leaveNvram: true },
    }),
    `
      RESTORABLE_WITH_LOSS
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NEW LOST, start AS_CAPTURED
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      INFORMS key.recrypted-since (vm)
      `,
  );
});

test('shallow recrypt between them: the NVRAM still opens', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], point: { recrypts: [{ kind: 'SHALLOW', at: '2026-05-04T01:05:00.000Z' }] } }),
    `
      RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      INFORMS key.recrypted-since (vm)
      `,
  );
});

test('EFI VM without NVRAM in the backup', () => {
  expectPlan(
    vsphereFacts({
      disks: [THIN],
      point: {
        firmware: 'EFI',
        secureBoot: 'YES',
        items: vsphereFacts().restorePoint.items.map((one) =>
          one.item === 'NVRAM' ? { ...one, state: 'NOT_CAPTURED' as const, observedAt: null } : one,
        ),
      },
    }),
    `
      RESTORABLE_WITH_LOSS
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS nvram.not-captured (nvram)
      The VM is not locked, and VMware Tools run.
      Set the boot disk and its order again in the UEFI set-up.
      Set Secure Boot and its keys again, then check that it is on.
      Run a full backup: change ids from before the restore are void.
      `,
    checklist,
  );
});

test('encrypted VM of which key id and bundle were not saved, new keys allowed', () => {
  const items = encryptedFacts().restorePoint.items.map((one) =>
    one.item === 'KEY_ID' || one.item === 'ENCRYPTION_BUNDLE'
      ? { ...one, state: 'NOT_CAPTURED' as const, observedAt: null }
      : one,
  );
  expectPlan(
    encryptedFacts({
      disks: [{ ...THIN, key: null }],
      point: { key: null, items },
      consents: { rekey: true, leaveNvram: true },
    }),
    `
      RESTORABLE_WITH_LOSS
      home REKEYED NEW_KEYS policy-enc on host-21
      disk 2000 REKEYED NEW_KEYS policy-enc by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NEW LOST, start AS_CAPTURED
      WARNS key.new-keys (disk:2000)
      WARNS key.new-keys (vm)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      `,
  );
});

test('key id kept, bundle lost: the same key seals a new data key', () => {
  const items = encryptedFacts().restorePoint.items.map((one) =>
    one.item === 'ENCRYPTION_BUNDLE' ? { ...one, state: 'NOT_CAPTURED' as const, observedAt: null } : one,
  );
  expectPlan(
    encryptedFacts({ disks: [THIN], point: { items }, consents: { leaveNvram: true } }),
    `
      RESTORABLE_WITH_LOSS
      home REKEYED SAME_KEY_NEW_BUNDLE key-7 on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NEW LOST, start AS_CAPTURED
      WARNS key.key-id-without-bundle (vm)
      WARNS key.new-keys (vm)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      `,
  );
});
