// Goal: a restore over a VM that stands there spares all that it must not touch.
// Method: facts told as changes of a healthy restore; the whole plan as a few lines of text, exact.
import { test } from '@jest/globals';
import { inPlaceFacts, targetDisk } from '../in-place-facts.js';
import { KEY, encryptedFacts, pointDisk } from '../vsphere-facts.js';
import { expectPlan, rejections, steps } from './summary.js';

const THICK = { provisioning: 'THICK_EAGER_ZEROED' } as const;
const THIN = { provisioning: 'THIN' } as const;
const OTHER_KEY = { ...KEY, keyId: 'key-8' };

test('in place, onto the same VM, off and without snapshots', () => {
  expectPlan(
    inPlaceFacts({ disks: [THIN] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      INFORMS change-tracking.switched-off (vm)
      INFORMS hotadd.ctk-removed (vm)
      steps CHECK_SITE DISABLE_CHANGE_TRACKING UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then RELEASE_DISKS END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM
      then REMOVE_MARKERS
      `,
    steps,
  );
});

test('in place, and the VM runs', () => {
  expectPlan(
    inPlaceFacts({ disks: [THIN] }, { powerState: 'poweredOn' }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL in-place.powered-on (vm)
      INFORMS change-tracking.switched-off (vm)
      INFORMS hotadd.ctk-removed (vm)
      `,
  );
});

test('overwrite in place, VM rekeyed since: written under its present keys, its NVRAM stays', () => {
  const facts = encryptedFacts({ disks: [THIN] });
  const { restorePoint } = facts;
  const there = targetDisk(restorePoint.disks[0]!, { encryption: 'ENCRYPTED', key: OTHER_KEY });
  expectPlan(
    inPlaceFacts(
      {
        disks: [{ ...THIN, encryption: 'ENCRYPTED', key: KEY }],
        point: { ...restorePoint },
        keyStatuses: [{}, { keyId: 'key-8' }],
        executors: facts.executors,
      },
      { encryption: 'ENCRYPTED', key: OTHER_KEY, vtpm: 'PRESENT', firmware: 'EFI', disks: [there] },
    ),
    `
      NOT_RESTORABLE
      home REKEYED PRESENT_KEYS key-8, bundle DROPPED on host-21
      disk 2000 REKEYED PRESENT_KEYS key-8 by HOTADD on hotadd-1
      NVRAM LEAVE LOST, vTPM KEEP LOST, start AS_CAPTURED
      BLOCKS_UNTIL nvram.leave-not-allowed (nvram)
      WARNS nvram.left-behind (nvram)
      WARNS vtpm.secrets-lost (vtpm)
      INFORMS change-tracking.switched-off (vm)
      INFORMS hotadd.ctk-removed (vm)
      INFORMS key.recrypted-since (vm)
      `,
  );
});

test('overwrite in place, a disk added since: the extra disk blocks until it is left alone on purpose', () => {
  const disk = pointDisk(0, THIN);
  const disks = [targetDisk(disk, {}), targetDisk(pointDisk(1, {}), { label: 'Hard disk 9' })];
  expectPlan(
    inPlaceFacts({ disks: [THIN] }, { disks }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL in-place.extra-disks (vm)
      INFORMS change-tracking.switched-off (vm)
      INFORMS hotadd.ctk-removed (vm)
      `,
  );
});

test('overwrite in place, a disk resized since', () => {
  const disk = pointDisk(0, THIN);
  expectPlan(
    inPlaceFacts({ disks: [THIN] }, { disks: [targetDisk(disk, { capacityBytes: disk.capacityBytes * 2 })] }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL in-place.disk-size-differs (disk:2000)
      INFORMS change-tracking.switched-off (vm)
      INFORMS hotadd.ctk-removed (vm)
      `,
  );
});

test('overwrite in place, the disk is another one: nothing is written without a mapping', () => {
  const disk = pointDisk(0, THIN);
  expectPlan(
    inPlaceFacts({ disks: [THIN] }, { disks: [targetDisk(disk, { uuid: '6000c298-ffff-0000-0000-000000000009' })] }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 UNKNOWN UNKNOWN by no way
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start UNKNOWN
      BLOCKS_UNTIL decision.not-made (disk:2000)
      BLOCKS_UNTIL hotadd.bus-unknown (disk:2000)
      BLOCKS_UNTIL hotadd.encryption-unknown (disk:2000)
      BLOCKS_UNTIL hotadd.reach-unknown (disk:2000)
      BLOCKS_UNTIL in-place.disk-not-mapped (disk:2000)
      BLOCKS_UNTIL in-place.extra-disks (vm)
      BLOCKS_UNTIL vddk.disk-mode-unknown (disk:2000)
      `,
  );
});

test('linked clone in place: its own leaf, never by SAN', () => {
  const disk = pointDisk(0, { ...THICK, child: 'YES' });
  expectPlan(
    inPlaceFacts({ disks: [{ ...THICK, child: 'YES' }] }, { disks: [targetDisk(disk, { child: 'YES' })] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      INFORMS change-tracking.switched-off (vm)
      INFORMS disk.own-leaf-only (disk:2000)
      INFORMS hotadd.ctk-removed (vm)
      no SAN on any: transport.child-disk
      no SAN on hotadd-1: transport.not-offered
      no SAN on hotadd-1: san.virtual-proxy
      `,
    rejections(2000, 'SAN'),
  );
});

test('another product holds the VM: its owner is named', () => {
  const disabledMethods = [{ method: 'RelocateVM_Task', owner: 'replication of site B' }];
  expectPlan(
    inPlaceFacts({ disks: [THIN] }, { disabledMethods, managedBy: 'com.example.replication' }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL in-place.held-by-other (vm)
      INFORMS change-tracking.switched-off (vm)
      INFORMS hotadd.ctk-removed (vm)
      `,
  );
});
