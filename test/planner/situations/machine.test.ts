// Goal: what hangs on the VM itself, its identity, devices and place, gets the answer that is owed.
// Method: facts told as changes of a healthy restore; the whole plan as a few lines of text, exact.
import { test } from '@jest/globals';
import { vsphereFacts } from '../vsphere-facts.js';
import { expectPlan, steps } from './summary.js';

const THIN = { provisioning: 'THIN' } as const;

test('template: made as a VM, written, marked last, never started', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], machine: { template: 'YES' } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start NOT_PRESENT
      INFORMS guest.template (vm)
      steps CHECK_SITE CREATE_VM UPLOAD_NVRAM PREPARE_ACCESS WRITE_2000
      then RELEASE_DISKS END_ACCESS ENABLE_CHANGE_TRACKING MARK_TEMPLATE CHECK_VM
      then REMOVE_MARKERS
      `,
    steps,
  );
});

test('vApp: its own configuration is kept, the parent is told', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], machine: { vApp: { ownConfig: 'YES', parentName: 'shop' } } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      INFORMS guest.vapp (vm)
      vAppConfig true
      `,
    (plan) => [`vAppConfig ${plan.rebuild?.vAppConfig}`],
  );
});

test('replacement or copy: nobody said', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], target: { purpose: 'UNKNOWN' } }),
    `
      UNKNOWN
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL identity.purpose-unknown (vm)
      `,
  );
});

test('a copy: new UUIDs and MAC address, disconnected', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], target: { purpose: 'COPY' }, machine: { boundToBiosUuid: 'YES' } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS guest.bios-uuid-changes (vm)
      uuids null null
      adapter 4000 null connected false
      `,
    ({ rebuild, placement }) => [
      `uuids ${rebuild?.instanceUuid} ${rebuild?.biosUuid}`,
      ...placement.networks.map((one) => `adapter ${one.deviceKey} ${one.macAddress} connected ${one.startConnected}`),
    ],
  );
});

test('domain controller: a new generation id', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], machine: { domainController: 'YES', guestId: 'windows2022srvNext_64Guest' } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      INFORMS guest.domain-controller (vm)
      generation id NEW
      `,
    ({ rebuild }) => [`generation id ${rebuild?.generationId}`],
  );
});

test('the network of the VM is not at the target', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], networks: [{ name: 'Other' }] }),
    `
      NOT_RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      BLOCKS_UNTIL network.not-found (network:4000)
      `,
  );
});

test('extraConfig: tracking, NVRAM, swap and migration keys stay behind', () => {
  const extraConfigKeys = [
    'scsi0:0.ctkEnabled',
    'nvram',
    'sched.swap.derivedName',
    'migrate.hostLog',
    'guestinfo.role',
  ];
  expectPlan(
    vsphereFacts({ disks: [THIN], machine: { extraConfigKeys: [...extraConfigKeys, 'pciBridge0.pciSlotNumber'] } }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      kept guestinfo.role pciBridge0.pciSlotNumber
      left out migrate.hostLog nvram sched.swap.derivedName scsi0:0.ctkEnabled
      `,
    ({ rebuild }) => [
      `kept ${rebuild?.extraConfig?.kept.join(' ')}`,
      `left out ${rebuild?.extraConfig?.leftOut.join(' ')}`,
    ],
  );
});

test('suspended VM: its memory is not restored, it starts cold', () => {
  expectPlan(
    vsphereFacts({ disks: [THIN], machine: { powerState: 'suspended', memoryState: 'YES' } }),
    `
      RESTORABLE_WITH_LOSS
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS guest.suspended-state-lost (power-on)
      `,
  );
});

test('passthrough, USB and a CD image of the old host', () => {
  expectPlan(
    vsphereFacts({
      disks: [THIN],
      machine: {
        hostBoundDevices: [
          { deviceKey: 13000, type: 'VirtualPCIPassthrough', label: 'PCI device 0' },
          { deviceKey: 7000, type: 'VirtualUSB', label: 'USB 1' },
          { deviceKey: 16000, type: 'VirtualCdrom', label: 'CD/DVD drive 1' },
        ],
      },
    }),
    `
      RESTORABLE
      home AS_CAPTURED on host-21
      disk 2000 AS_CAPTURED by HOTADD on hotadd-1
      NVRAM RESTORE AS_CAPTURED, vTPM NOT_PRESENT NOT_PRESENT, start AS_CAPTURED
      WARNS guest.device-hardware-left-out (vm)
      INFORMS guest.device-media-left-out (vm)
      USB 1 LEFT_OUT
      PCI device 0 LEFT_OUT
      CD/DVD drive 1 EMPTY
      `,
    ({ rebuild }) => rebuild?.devices.map(({ label, way }) => `${label} ${way}`) ?? [],
  );
});
