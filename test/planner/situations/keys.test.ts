// Goal: each awkward situation of keys, certificates and policies gets the answer that is owed.
// Method: facts told as changes of a healthy restore; the whole plan as a few lines of text, exact.
import { test } from '@jest/globals';
import { encryptedFacts, KEY, vsphereFacts } from '../vsphere-facts.js';
import { expectPlan, steps } from './summary.js';

const LOST = { available: 'NO', reason: 'KeyStateMissingInKMS' } as const;
const THIN = { provisioning: 'THIN' } as const;
const OTHER_KEY = { ...KEY, keyId: 'key-8' };

test('enhanced linked mode: the linked vCenter has neither provider nor policy of its own', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], keyProviders: [], keyStatuses: [], storagePolicies: [] }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START WAIT key-7, bundle GIVEN on host-21
      disk 2000 WILL_NOT_START WAIT key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start WILL_NOT_START
      BLOCKS_UNTIL key.policy-missing (disk:2000)
      BLOCKS_UNTIL key.policy-missing (vm)
      BLOCKS_UNTIL key.provider-absent (disk:2000)
      BLOCKS_UNTIL key.provider-absent (vm)
      `,
  );
});

test('ESXi direct, encrypted VM: not restorable', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], site: { kind: 'ESXI', keyProviders: null, keyStatuses: null } }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START WAIT key-7, bundle GIVEN on host-21
      disk 2000 WILL_NOT_START WAIT key-7 by NBDSSL on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start WILL_NOT_START
      BLOCKS_UNTIL key.site-is-host (disk:2000)
      BLOCKS_UNTIL key.site-is-host (vm)
      INFORMS access.no-fence-on-host (vm)
      `,
  );
});

test('the certificate of the key server has ended', () => {
  const server = {
    name: 'kms-1',
    address: 'kms-1.example',
    status: 'red',
    serverCertificateExpiresAt: '2026-05-01T00:00:00.000Z',
    clientCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
    clientTrustsServer: 'YES',
    serverTrustsClient: 'YES',
  } as const;
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      keyProviders: [{ servers: [server] }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }],
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

test('the certificate of the vCenter is another one', () => {
  const [about] = vsphereFacts().site.about?.entries ?? [];
  expectPlan(
    vsphereFacts({
      disks: [THIN],
      site: { about: { observedAt: '2026-05-04T03:05:00.000Z', entries: [{ ...about!, certificateTrusted: 'NO' }] } },
    }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL site.certificate-changed (facts:about)
      `,
  );
});

test('Trust Authority: a host that is not attested gets no key', () => {
  const key = { ...KEY, providerType: 'TRUST_AUTHORITY' } as const;
  expectPlan(
    encryptedFacts({
      disks: [{ ...THIN, key }],
      point: { key },
      hosts: [{ attestation: 'notAccepted' }],
      keyProviders: [{ type: 'TRUST_AUTHORITY' }],
      keyStatuses: [{ available: 'UNKNOWN', reason: 'KeyStateManagedByTrustAuthority' }],
    }),
    `
      UNKNOWN
      home UNKNOWN UNKNOWN key-7 on host-21
      disk 2000 UNKNOWN UNKNOWN key-7 by HOTADD on hotadd-1
      NVRAM UNKNOWN UNKNOWN, vTPM UNKNOWN UNKNOWN, start UNKNOWN
      BLOCKS_UNTIL decision.not-made (nvram)
      BLOCKS_UNTIL decision.not-made (vtpm)
      BLOCKS_UNTIL key.trust-authority-unproven (disk:2000)
      BLOCKS_UNTIL key.trust-authority-unproven (vm)
      `,
  );
});

test('encrypted vMotion and fault tolerance stay required', () => {
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      machine: { migrateEncryption: 'required', faultToleranceEncryption: 'ftEncryptionRequired' },
    }),
    `
      RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      required ftEncryptionRequired
      `,
    ({ rebuild }) => [`${rebuild?.migrateEncryption} ${rebuild?.faultToleranceEncryption}`],
  );
});

test('UEFI boot order over several disks: device keys are translated after the VM is made', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN, THIN], point: { firmware: 'EFI' }, machine: { bootOrderDeviceKeys: [2001, 2000] } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      disk 2001 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      boot order 2001 2000
      `,
    ({ rebuild }) => [`boot order ${rebuild?.bootOrderDeviceKeys.join(' ')}`],
  );
});

test('clear VM to be encrypted now: made clear, encrypted after', () => {
  expectPlan(
    vsphereFacts({
      disks: [THIN],
      point: { firmware: 'EFI' },
      placement: {
        homePolicyId: 'policy-enc',
        disks: [{ deviceKey: 2000, datastoreId: null, provisioning: 'AS_CAPTURED', policyId: 'policy-enc' }],
      },
      consents: { encrypt: true },
    }),
    `
      RESTORABLE_WITH_LOSS
      home REKEYED ENCRYPT policy-enc on host-21
      disk 2000 REKEYED ENCRYPT policy-enc by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS nvram.encrypt-after-unproven (nvram)
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then RELEASE_DISKS END_ACCESS ENABLE_CHANGE_TRACKING ENCRYPT_VM POWER_ON
      then CHECK_VM REMOVE_MARKERS
      `,
    steps,
  );
});

test('the same without consent', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], placement: { homePolicyId: 'policy-enc' } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS policy.would-encrypt (vm)
      `,
  );
});

test('encrypted VM to come back clear, with consent', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], consents: { clear: true, leaveNvram: true } }),
    `
      RESTORABLE_WITH_LOSS
      home CLEAR CLEAR, bundle DROPPED on host-21
      disk 2000 CLEAR CLEAR by HOTADD on hotadd-1
      NVRAM REGENERATE REGENERATED, vTPM REMOVE LOST, start AS_CAPTURED
      WARNS key.comes-back-clear (disk:2000)
      WARNS key.comes-back-clear (vm)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      steps CHECK_SITE CREATE_VM PREPARE_ACCESS WRITE_2000 RELEASE_DISKS
      then END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM REMOVE_MARKERS
      `,
    steps,
  );
});

test('disks with different keys, one lost: that disk is rekeyed, the VM keeps its keys', () => {
  expectPlan(
    encryptedFacts({
      disks: [THIN, { ...THIN, key: OTHER_KEY }],
      keyStatuses: [{}, { ...LOST, keyId: 'key-8' }],
      consents: { rekey: true },
    }),
    `
      RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by HOTADD on hotadd-1
      disk 2001 REKEYED NEW_KEYS policy-enc by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      WARNS key.new-keys (disk:2001)
      `,
  );
});

test('provider renamed: the same servers under another name are no pass', () => {
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      point: { keyServerAddresses: ['kms-1.example'] },
      keyProviders: [{ providerId: 'kmip-renamed' }],
      keyStatuses: [{ providerId: 'kmip-renamed' }],
    }),
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

test('vCenter, DNS, directory and key server lost together: the key server cannot bring itself back', () => {
  const services = [
    {
      kind: 'KEY_SERVER',
      name: 'kms-1',
      vmInstanceUuid: '50000000-0000-0000-0000-000000000001',
      needs: [],
      running: 'NO',
    },
  ] as const;
  expectPlan(
    encryptedFacts({
      disks: [THIN],
      machine: { serviceNames: ['kms-1'] },
      keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }],
      site: { services: { observedAt: '2026-05-04T03:05:00.000Z', entries: services } },
    }),
    `
      NOT_RESTORABLE
      home WILL_NOT_START WAIT key-7, bundle GIVEN on host-21
      disk 2000 WILL_NOT_START WAIT key-7 by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start WILL_NOT_START
      BLOCKS_UNTIL key.provider-unreachable (disk:2000)
      BLOCKS_UNTIL key.provider-unreachable (vm)
      BLOCKS_UNTIL key.served-by-itself (power-on)
      WARNS services.start-order (facts:services)
      `,
  );
});
