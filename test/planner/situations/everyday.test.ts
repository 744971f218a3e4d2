// Goal: encrypted and clear VMs of every day are decided as an engineer who knows vSphere well would decide them.
// Method: facts told as changes of a healthy restore; the whole plan as a few lines of text, exact.
import { test } from '@jest/globals';
import { KEY, encryptedFacts, hotaddProxy, vsphereFacts } from '../vsphere-facts.js';
import { expectPlan, steps } from './summary.js';

const LOST = { available: 'NO', reason: 'KeyStateMissingInKMS' } as const;
const THIN = { provisioning: 'THIN' } as const;
const encryptedProxy = { ...hotaddProxy({}).proxy.virtualMachine!, encrypted: 'YES' as const };

test('healthy clear VM: zero warnings', () => {
  expectPlan(
    vsphereFacts(),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      disk 2001 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then WRITE_2001 RELEASE_DISKS END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON
      then CHECK_VM REMOVE_MARKERS
      `,
    steps,
  );
});

test('encrypted VM with vTPM and its key at hand', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN] }),
    `
      RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then RELEASE_DISKS END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM
      then REMOVE_MARKERS
      `,
    steps,
  );
});

test('encrypted VM with vTPM whose key is lost: blocked, with what would help', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], keyStatuses: [LOST] }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START REFUSED key-7 on host-21
      disk 2000 WILL_NOT_START REFUSED key-7 by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NEW LOST, start WILL_NOT_START
      BLOCKS_UNTIL key.no-permitted-way (disk:2000)
      BLOCKS_UNTIL key.no-permitted-way (vm)
      BLOCKS_UNTIL nvram.leave-not-allowed (nvram)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      `,
  );
});

test('the same with consent to new keys and to leaving the NVRAM', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], keyStatuses: [LOST], consents: { rekey: true, leaveNvram: true } }),
    `
      RESTORABLE_WITH_LOSS
      home REKEYED NEW_KEYS policy-enc, bundle DROPPED on host-21
      disk 2000 REKEYED NEW_KEYS policy-enc by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM NEW LOST, start AS_CAPTURED
      WARNS key.new-keys (disk:2000)
      WARNS key.new-keys (vm)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      steps CHECK_SITE CREATE_VM PREPARE_ACCESS WRITE_2000 RELEASE_DISKS
      then END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM REMOVE_MARKERS
      `,
    steps,
  );
});

test('the key server does not answer: waited for, whatever is allowed', () => {
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }],
      consents: { rekey: true, leaveNvram: true },
    }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START WAIT key-7, bundle GIVEN on host-21
      disk 2000 WILL_NOT_START WAIT key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start WILL_NOT_START
      BLOCKS_UNTIL key.provider-unreachable (disk:2000)
      BLOCKS_UNTIL key.provider-unreachable (vm)
      `,
  );
});

test('the key is there but not active', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], keyStatuses: [{ available: 'NO', reason: 'KeyStateNotActiveOrEnabled' }] }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START WAIT key-7, bundle GIVEN on host-21
      disk 2000 WILL_NOT_START WAIT key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start WILL_NOT_START
      BLOCKS_UNTIL key.not-active (disk:2000)
      BLOCKS_UNTIL key.not-active (vm)
      `,
  );
});

test('nobody asked for the key', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], keyStatuses: [] }),
    `
      UNKNOWN
      home UNKNOWN UNKNOWN key-7 on host-21
      disk 2000 UNKNOWN UNKNOWN key-7 by HOTADD on hotadd-1
      NVRAM UNKNOWN UNKNOWN, vTPM UNKNOWN UNKNOWN, start UNKNOWN
      BLOCKS_UNTIL decision.not-made (nvram)
      BLOCKS_UNTIL decision.not-made (vtpm)
      BLOCKS_UNTIL key.not-asked (disk:2000)
      BLOCKS_UNTIL key.not-asked (vm)
      `,
  );
});

test('the provider of the saved name is absent', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], keyProviders: [{ providerId: 'kmip-b' }] }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START WAIT key-7, bundle GIVEN on host-21
      disk 2000 WILL_NOT_START WAIT key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start WILL_NOT_START
      BLOCKS_UNTIL key.provider-absent (disk:2000)
      BLOCKS_UNTIL key.provider-absent (vm)
      `,
  );
});

test('a native provider of the same name with other keys', () => {
  const key = { ...KEY, providerType: 'NATIVE' } as const;
  expectPlan(
    encryptedFacts({
      disks: [{ ...THIN, key }],
      point: { key, keyDerivationId: 'derived-1' },
      keyProviders: [{ type: 'NATIVE', hasBackup: 'YES', keyDerivationId: 'derived-2', servers: [] }],
      keyStatuses: [{ available: 'UNKNOWN', reason: 'KeyStateManagedByNKP' }],
    }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START WAIT key-7, bundle GIVEN on host-21
      disk 2000 WILL_NOT_START WAIT key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start WILL_NOT_START
      BLOCKS_UNTIL key.native-other-keys (disk:2000)
      BLOCKS_UNTIL key.native-other-keys (vm)
      `,
  );
});

test('a vTPM VM with clear disks keeps them clear', () => {
  expectPlan(
    encryptedFacts({ disks: [{ ...THIN, encryption: 'NOT_ENCRYPTED', key: null }] }),
    `
      RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      WARNS policy.would-encrypt (disk:2000)
      `,
  );
});

test('encrypted disks under a clear home', () => {
  expectPlan(
    vsphereFacts({
      disks: [{ ...THIN, encryption: 'ENCRYPTED', key: KEY }],
      executors: [hotaddProxy({ virtualMachine: encryptedProxy })],
      point: { storagePolicies: [policyOf(2000)] },
    }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      `,
  );
});

function policyOf(deviceKey: number) {
  const encryption = { policyId: 'policy-enc', policyName: 'VM Encryption Policy', encrypts: 'YES' } as const;
  return { scope: 'DISK' as const, deviceKey, contentHash: null, ...encryption };
}
