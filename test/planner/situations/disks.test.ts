// Goal: each awkward kind of disk and storage gets the answer that is owed.
// Method: facts told as changes of a healthy restore; the whole plan as a few lines of text, exact.
import { test } from '@jest/globals';
import { hotaddProxy, offers, sanProxy, vsphereFacts } from '../vsphere-facts.js';
import { expectPlan, rejections, steps } from './summary.js';

const THICK = { provisioning: 'THICK_EAGER_ZEROED' } as const;
const THIN = { provisioning: 'THIN' } as const;

test('vSAN: no SAN, HotAdd only by a proxy on vSAN', () => {
  expectPlan(
    vsphereFacts({
      disks: [THICK],
      datastores: [{ type: 'vsan', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] }, {}],
      executors: [
        hotaddProxy({ virtualMachine: { ...hotaddProxy({}).proxy.virtualMachine!, datastoreIds: ['datastore-12'] } }),
        sanProxy({}),
      ],
    }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by NBDSSL on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      no SAN on any: san.vsan
      no SAN on hotadd-1: transport.not-offered
      no SAN on hotadd-1: san.virtual-proxy
      no SAN on hotadd-1: san.lun-visibility-unknown
      no SAN on san-1: san.lun-visibility-unknown
      no HOTADD on hotadd-1: hotadd.vsan-proxy
      no HOTADD on san-1: hotadd.physical-proxy
      no HOTADD on san-1: transport.not-offered
      `,
    (plan) => [...rejections(2000, 'SAN')(plan), ...rejections(2000, 'HOTADD')(plan)],
  );
});

test('VVol: never SAN, and no restore snapshot', () => {
  expectPlan(
    vsphereFacts({
      disks: [THICK],
      datastores: [{ type: 'VVOL', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] }],
    }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      no SAN on any: san.vvol
      no SAN on hotadd-1: transport.not-offered
      no SAN on hotadd-1: san.virtual-proxy
      no SAN on hotadd-1: san.lun-visibility-unknown
      no SAN on san-1: san.lun-visibility-unknown
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then RELEASE_DISKS END_ACCESS ENABLE_CHANGE_TRACKING POWER_ON CHECK_VM
      then REMOVE_MARKERS
      `,
    (plan) => [...rejections(2000, 'SAN')(plan), ...steps(plan)],
  );
});

test('first class disk: its identity is lost when it comes back as a plain disk', () => {
  expectPlan(
    vsphereFacts({ disks: [{ ...THIN, firstClassDiskId: 'fcd-1' }] }),
    `
      RESTORABLE_WITH_LOSS
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS disk.first-class (disk:2000)
      `,
  );
});

test('linked clone as a new VM: a full disk, so that SAN may write it', () => {
  expectPlan(
    vsphereFacts({ disks: [{ ...THICK, child: 'YES' }] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by SAN on san-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      INFORMS disk.child-becomes-base (disk:2000)
      `,
  );
});

test('ESXi direct, clear VM: NBDSSL', () => {
  const facts = vsphereFacts({ disks: [THICK] });
  const { about } = facts.site;
  expectPlan(
    vsphereFacts({
      disks: [THICK],
      site: { kind: 'ESXI', about, keyProviders: null, keyStatuses: null, storagePolicies: null },
    }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by NBDSSL on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      INFORMS access.no-fence-on-host (vm)
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM WRITE_2000 ENABLE_CHANGE_TRACKING
      then POWER_ON CHECK_VM REMOVE_MARKERS
      `,
    steps,
  );
});

test('physical RDM: its data is not in the backup', () => {
  const rdm = { rdmMode: 'physicalMode', dataState: 'NOT_CAPTURED', indexHash: null, dataBytes: null } as const;
  expectPlan(
    vsphereFacts({ disks: [THIN, rdm] }),
    `
      RESTORABLE_WITH_LOSS
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      disk 2001 LOST by no way
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS disk.data-not-captured (disk:2001)
      WARNS disk.rdm-physical (disk:2001)
      `,
  );
});

test('virtual RDM: comes back as a plain disk only with consent', () => {
  expectPlan(
    vsphereFacts({ disks: [{ ...THIN, rdmMode: 'virtualMode' }] }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL disk.rdm-virtual (disk:2000)
      `,
  );
});

test('the same with consent', () => {
  expectPlan(
    vsphereFacts({ disks: [{ ...THIN, rdmMode: 'virtualMode' }], consents: { rdmAsDisk: true } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS disk.rdm-becomes-disk (disk:2000)
      `,
  );
});

test('independent disk: not in the backup', () => {
  const independent = { diskMode: 'independent_persistent', dataState: 'NOT_CAPTURED', indexHash: null } as const;
  expectPlan(
    vsphereFacts({ disks: [THIN, independent] }),
    `
      RESTORABLE_WITH_LOSS
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      disk 2001 LOST by no way
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS disk.data-not-captured (disk:2001)
      WARNS disk.independent (disk:2001)
      `,
  );
});

test('shared disk: restored once, with all nodes off', () => {
  expectPlan(
    vsphereFacts({ disks: [{ ...THICK, sharing: 'sharingMultiWriter' }] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS disk.shared (disk:2000)
      `,
  );
});

test('SAN where no proxy sees the LUN: another way, and why', () => {
  expectPlan(
    vsphereFacts({ disks: [THICK], executors: [sanProxy({ luns: [], transports: offers('SAN', 'NBDSSL') })] }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by NBDSSL on san-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      no SAN on san-1: san.lun-not-visible
      `,
    rejections(2000, 'SAN'),
  );
});
