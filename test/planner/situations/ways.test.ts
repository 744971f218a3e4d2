// Goal: each disk goes the way that an engineer who knows vSphere well would choose.
// Method: facts told as changes of a healthy restore; the whole plan as a few lines of text, exact.
import { test } from '@jest/globals';
import { encryptedFacts, hotaddProxy, offers, sanProxy, vsphereFacts } from '../vsphere-facts.js';
import { expectPlan, proxyLines, rejections, steps } from './summary.js';

const THICK = { provisioning: 'THICK_EAGER_ZEROED' } as const;
const THIN = { provisioning: 'THIN' } as const;

test('thick disks by SAN from a physical Windows proxy, with the exact lines for diskpart', () => {
  const windows = { release: '2022', edition: 'Datacenter', sanPolicy: 'offlineShared', automount: 'YES' } as const;
  expectPlan(
    vsphereFacts({ disks: [THICK], executors: [sanProxy({ operatingSystem: 'WINDOWS', windows })] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by SAN on san-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      INFORMS windows.san-policy (executor:san-1)
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_PROXY PREPARE_ACCESS
      then CREATE_RESTORE_SNAPSHOT WRITE_2000 RELEASE_DISKS REVERT_RESTORE_SNAPSHOT END_ACCESS
      then RESET_PROXY ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM REMOVE_MARKERS
      PREPARE_PROXY
      select disk <the number of each SAN disk>
      attributes disk set readonly
      automount disable
      san policy=onlineAll
      select disk <the number of LUN naa.6000000000000001>
      attributes disk clear readonly
      RESET_PROXY
      select disk <the number of LUN naa.6000000000000001>
      attributes disk set readonly
      automount enable
      `,
    (plan) => [...steps(plan), ...proxyLines(plan)],
  );
});

test('a thin and a thick disk: the thin one by HotAdd before, the thick one by SAN inside its window', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN, THICK] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      disk 2001 AS_CAPTURED by SAN on san-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then RELEASE_DISKS END_ACCESS PREPARE_ACCESS CREATE_RESTORE_SNAPSHOT WRITE_2001
      then RELEASE_DISKS REVERT_RESTORE_SNAPSHOT END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON
      then CHECK_VM REMOVE_MARKERS
      `,
    steps,
  );
});

test('SAN asked for a thin disk is obeyed', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], target: { transportPreference: ['SAN'] } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by SAN on san-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS san.thin-by-request (disk:2000)
      `,
  );
});

test('HotAdd alone is offered', () => {
  expectPlan(
    vsphereFacts({ disks: [THICK], executors: [hotaddProxy({ transports: offers('HOTADD') })] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then RELEASE_DISKS END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM
      then REMOVE_MARKERS
      `,
    steps,
  );
});

test('NBDSSL alone is offered', () => {
  expectPlan(
    vsphereFacts({ disks: [THICK], executors: [sanProxy({ transports: offers('NBDSSL') })] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by NBDSSL on san-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM REMOVE_MARKERS
      `,
    steps,
  );
});

test('an IDE disk and a thin SCSI disk: HotAdd takes the second alone', () => {
  expectPlan(
    vsphereFacts({ disks: [{ ...THIN, bus: 'IDE', controllerKey: 200 }, THIN] }),
    `
      UNKNOWN
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by NBDSSL on hotadd-1
      disk 2001 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL disk.controller-unknown (disk:2000)
      no HOTADD on any: hotadd.ide-disk
      no HOTADD on san-1: hotadd.physical-proxy
      no HOTADD on san-1: transport.not-offered
      `,
    rejections(2000, 'HOTADD'),
  );
});

test('encrypted disks and a proxy in clear: NBDSSL', () => {
  expectPlan(
    encryptedFacts({ disks: [THIN], executors: [hotaddProxy({})] }),
    `
      RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by NBDSSL on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      no HOTADD on hotadd-1: hotadd.proxy-not-encrypted
      `,
    rejections(2000, 'HOTADD'),
  );
});

test('an encrypted disk meets SAN and plain NBD only: nothing is left', () => {
  expectPlan(
    encryptedFacts({ disks: [THICK], executors: [sanProxy({ transports: offers('SAN', 'NBD') })] }),
    `
      NOT_RESTORABLE
      home SAME_KEYS SAME_KEYS key-7, bundle GIVEN on host-21
      disk 2000 SAME_KEYS SAME_KEYS key-7 by no way
      NVRAM RESTORE AS_CAPTURED, vTPM KEEP AS_CAPTURED, start AS_CAPTURED
      BLOCKS_UNTIL transport.encrypted-disk (disk:2000)
      BLOCKS_UNTIL transport.not-offered (executor:san-1)
      `,
  );
});

test('no executor was heard of', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], executors: [] }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by no way
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL executor.none-known (vm)
      `,
  );
});

test('the facts of the site are too old', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], now: '2026-05-04T03:20:01.000Z', policy: { executorAgeMaxSeconds: 3600 } }),
    `
      UNKNOWN
      home AS_CAPTURED on no host
      disk 2000 AS_CAPTURED by no way
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL datastore.space-unknown (datastore:datastore-11)
      BLOCKS_UNTIL decision.not-made (vm)
      BLOCKS_UNTIL hotadd.proxy-datastore-unknown (executor:hotadd-1)
      BLOCKS_UNTIL network.unknown (network:4000)
      BLOCKS_UNTIL placement.names-unknown (vm)
      BLOCKS_UNTIL placement.place-unknown (vm)
      BLOCKS_UNTIL site.certificate-not-known (facts:about)
      BLOCKS_UNTIL site.privilege-unknown (vm)
      BLOCKS_UNTIL transport.not-offered (executor:hotadd-1)
      BLOCKS_UNTIL transport.not-offered (executor:san-1)
      BLOCKS_UNTIL transport.privilege-unknown (disk:2000)
      BLOCKS_UNTIL vddk.release-unknown (executor:hotadd-1)
      BLOCKS_UNTIL vddk.release-unknown (executor:san-1)
      INFORMS site.facts-stale (facts:site)
      `,
  );
});
