// Goal: a plan says whole how a VM is made anew, and what of it stays behind.
// Method: small facts in; exact identity, devices, settings, steps and findings out.
import { expect, test } from '@jest/globals';
import { planRestore } from '../../src/planner/plan-restore.js';
import type { VsphereFacts } from '../../src/planner/facts.js';
import { itemsWith } from './facts-builder.js';
import { inPlaceFacts } from './in-place-facts.js';
import { encryptedFacts, vsphereFacts } from './vsphere-facts.js';

function told(facts: VsphereFacts): string[] {
  return planRestore(facts).findings.map(({ grade, ruleId, subject }) => `${grade} ${ruleId} ${subject}`);
}

test('a replacement keeps its identity, but for the generation id', () => {
  const plan = planRestore(vsphereFacts());
  expect(plan.rebuild).toEqual({
    instanceUuid: '50000000-0000-0000-0000-000000000001',
    biosUuid: '42000000-0000-0000-0000-000000000001',
    generationId: 'NEW',
    devices: [],
    extraConfig: { kept: [], leftOut: [] },
    bootOrderDeviceKeys: [],
    migrateEncryption: 'opportunistic',
    faultToleranceEncryption: 'ftEncryptionOpportunistic',
    vAppConfig: false,
    template: false,
  });
  expect(plan.placement.networks).toEqual([
    { deviceKey: 4000, networkId: 'network-31', startConnected: true, macAddress: '00:50:56:00:00:01' },
  ]);
});

test('a copy gets a new identity and starts disconnected', () => {
  const plan = planRestore(vsphereFacts({ target: { purpose: 'COPY' }, placement: { name: 'web-01-copy' } }));
  expect([plan.rebuild?.instanceUuid, plan.rebuild?.biosUuid]).toEqual([null, null]);
  expect(plan.placement.networks).toEqual([
    { deviceKey: 4000, networkId: 'network-31', startConnected: false, macAddress: null },
  ]);
  expect(plan.checklist).toContain(
    'Connect the networks once the original is off or the copy has addresses of its own.',
  );
});

test('nobody said whether it replaces the original: that is asked, and not guessed', () => {
  const plan = planRestore(vsphereFacts({ target: { purpose: 'UNKNOWN' } }));
  expect(plan.verdict).toBe('UNKNOWN');
  expect(plan.findings.map(({ ruleId }) => ruleId)).toEqual(['identity.purpose-unknown']);
});

test('beside its running original a replacement waits, a copy does not', () => {
  const machines = [
    {
      name: 'web-01-old',
      powerState: 'poweredOn',
      instanceUuid: '50000000-0000-0000-0000-000000000001',
      biosUuid: '42000000-0000-0000-0000-000000000001',
      macAddresses: ['00:50:56:00:00:01'],
    },
  ];
  expect(told(vsphereFacts({ machines }))).toEqual([
    'BLOCKS_UNTIL identity.bios-uuid-running vm',
    'BLOCKS_UNTIL identity.mac-running network:4000',
    'WARNS identity.instance-uuid-taken vm',
  ]);
  expect(planRestore(vsphereFacts({ machines })).rebuild?.instanceUuid).toBeNull();
  expect(told(vsphereFacts({ machines, target: { purpose: 'COPY' } }))).toEqual([]);
});

test('settings go back but for state, identity, secrets and change tracking; a copy loses its Supervisor', () => {
  const extraConfigKeys = [
    'scsi0:0.ctkEnabled',
    'ctkEnabled',
    'nvram',
    'sched.swap.derivedName',
    'migrate.hostLog',
    'encryption.bundle',
    'dataFileKey',
    'hbr_filter.rpo',
    'vm.genid',
    'ethernet0.pciSlotNumber',
    'guestinfo.metadata',
    'vmservice.virtualmachine.resource.yaml',
    'disk.EnableUUID',
    'sched.cpu.latencySensitivity',
  ];
  const kept = ['disk.EnableUUID', 'ethernet0.pciSlotNumber', 'guestinfo.metadata', 'sched.cpu.latencySensitivity'];
  const replaced = planRestore(vsphereFacts({ machine: { extraConfigKeys } })).rebuild?.extraConfig;
  expect(replaced?.kept).toEqual([...kept, 'vmservice.virtualmachine.resource.yaml']);
  expect(replaced?.leftOut).toHaveLength(9);
  const copied = planRestore(vsphereFacts({ target: { purpose: 'COPY' }, machine: { extraConfigKeys } })).rebuild;
  expect(copied?.extraConfig?.kept).toEqual(kept);
});

test('what is bound to the old host is left out, each named', () => {
  const hostBoundDevices = [
    { deviceKey: 13000, type: 'VirtualPCIPassthrough', label: 'PCI device 0' },
    { deviceKey: 7000, type: 'VirtualUSB', label: 'USB 1' },
    { deviceKey: 3002, type: 'VirtualCdrom', label: 'CD/DVD drive 1' },
    { deviceKey: 8000, type: 'VirtualFloppy', label: 'Floppy drive 1' },
  ];
  const plan = planRestore(vsphereFacts({ machine: { hostBoundDevices } }));
  expect(plan.verdict).toBe('RESTORABLE');
  expect(plan.findings.map(({ explanation }) => explanation)).toEqual([
    'Left out: USB 1 (VirtualUSB), PCI device 0 (VirtualPCIPassthrough).',
    'Comes back empty or not at all: CD/DVD drive 1 (VirtualCdrom), Floppy drive 1 (VirtualFloppy).',
  ]);
  expect(plan.rebuild?.devices).toEqual([
    { deviceKey: 3002, label: 'CD/DVD drive 1', way: 'EMPTY' },
    { deviceKey: 7000, label: 'USB 1', way: 'LEFT_OUT' },
    { deviceKey: 8000, label: 'Floppy drive 1', way: 'LEFT_OUT' },
    { deviceKey: 13000, label: 'PCI device 0', way: 'LEFT_OUT' },
  ]);
});

test('an encrypted VM moves and mirrors encrypted only, whatever was captured', () => {
  const { rebuild } = planRestore(encryptedFacts());
  expect([rebuild?.migrateEncryption, rebuild?.faultToleranceEncryption]).toEqual(['required', 'ftEncryptionRequired']);
});

test('the boot order of a UEFI VM is set by the keys of the new disks, after the VM is made', () => {
  const plan = planRestore(encryptedFacts({ machine: { bootOrderDeviceKeys: [2001, 2000] } }));
  const steps = plan.steps.map(({ kind }) => kind);
  expect(steps.slice(1, 4)).toEqual(['CREATE_VM', 'SET_BOOT_ORDER', 'UPLOAD_NVRAM']);
  expect(plan.rebuild?.bootOrderDeviceKeys).toEqual([2001, 2000]);
});

test('a template is written as a VM, marked last and never started', () => {
  const plan = planRestore(vsphereFacts({ machine: { template: 'YES' } }));
  const steps = plan.steps.map(({ kind }) => kind);
  expect(steps).toContain('MARK_TEMPLATE');
  expect(steps).not.toContain('POWER_ON');
  expect(plan.findings.map(({ ruleId }) => ruleId)).toEqual(['guest.template']);
});

test('[S26] without a ConfigInfo no VM is made; in place its configuration stays', () => {
  const clear = { KEY_ID: 'NOT_PRESENT', ENCRYPTION_BUNDLE: 'NOT_PRESENT', VTPM: 'NOT_PRESENT' } as const;
  const point = { items: itemsWith({ ...clear, CONFIG_INFO: 'NOT_CAPTURED' }) };
  expect(planRestore(vsphereFacts({ point })).verdict).toBe('NOT_RESTORABLE');
  expect(told(vsphereFacts({ point }))).toEqual(['BLOCKS config.not-captured vm']);
  expect(planRestore(inPlaceFacts({ point })).verdict).toBe('RESTORABLE');
  const partial = { items: itemsWith({ ...clear, CONFIG_INFO: 'UNKNOWN' }) };
  expect(planRestore(vsphereFacts({ point: partial })).verdict).toBe('UNKNOWN');
});

test('[S43] a UEFI VM without its NVRAM: Secure Boot and boot disk are set up again by a person', () => {
  const clear = { KEY_ID: 'NOT_PRESENT', ENCRYPTION_BUNDLE: 'NOT_PRESENT', VTPM: 'NOT_PRESENT' } as const;
  const plan = planRestore(
    vsphereFacts({
      consents: { leaveNvram: true },
      point: { firmware: 'EFI', secureBoot: 'YES', items: itemsWith({ ...clear, NVRAM: 'NOT_CAPTURED' }) },
    }),
  );
  expect([plan.verdict, plan.nvram.way]).toEqual(['RESTORABLE_WITH_LOSS', 'REGENERATE']);
  expect(plan.checklist).toEqual([
    'The VM is not locked, and VMware Tools run.',
    'Set the boot disk and its order again in the UEFI set-up.',
    'Set Secure Boot and its keys again, then check that it is on.',
    'Run a full backup: change ids from before the restore are void.',
  ]);
});

test('a network key counts only where it was given; an NSX id counts everywhere, and its name nowhere', () => {
  const adapter = (change: object) => ({
    machine: {
      networkAdapters: [{ ...vsphereFacts().restorePoint.machine.networkAdapters[0]!, ...change }],
      siteInstanceUuid: 'another-vcenter',
    },
  });
  const chosen = (facts: VsphereFacts) => planRestore(facts).placement.networks[0]?.networkId;
  const distributed = { network: 'dvportgroup-9', networkName: 'Prod', networkKind: 'DISTRIBUTED' };
  const key = { kind: 'DISTRIBUTED', key: 'dvportgroup-9' } as const;
  expect(chosen(vsphereFacts({ ...adapter(distributed), networks: [{ ...key, name: 'Other' }] }))).toBeNull();
  expect(chosen(vsphereFacts({ ...adapter(distributed), networks: [{ ...key, name: 'Prod' }] }))).toBe('network-31');
  const here = {
    machine: { ...adapter(distributed).machine, siteInstanceUuid: '90000000-0000-0000-0000-000000000001' },
  };
  expect(chosen(vsphereFacts({ ...here, networks: [{ ...key, name: 'Renamed' }] }))).toBe('network-31');
  const nsx = { network: 'nsx-id-1', networkName: 'Web tier', networkKind: 'OPAQUE' };
  const named = { kind: 'OPAQUE', key: 'nsx-id-2', name: 'Web tier' } as const;
  expect(told(vsphereFacts({ ...adapter(nsx), networks: [named] }))).toEqual([
    'BLOCKS_UNTIL network.not-found network:4000',
  ]);
  expect(chosen(vsphereFacts({ ...adapter(nsx), networks: [{ ...named, key: 'nsx-id-1' }] }))).toBe('network-31');
});

test('linked vCenters share no policy ids: one without a name is looked up by its content, else not known', () => {
  const captured = {
    scope: 'HOME',
    deviceKey: null,
    policyName: null,
    policyId: 'policy-gold',
    encrypts: 'NO',
  } as const;
  const gold = {
    id: 'policy-gold',
    name: 'Gold',
    encrypts: 'NO',
    keyProviderId: null,
    compatibleDatastoreIds: null,
  } as const;
  const facts = (siteInstanceUuid: string, contentHash: string | null) =>
    vsphereFacts({
      machine: { siteInstanceUuid },
      point: { storagePolicies: [{ ...captured, contentHash }] },
      storagePolicies: [{ ...gold, contentHash: 'aa' }],
    });
  expect(planRestore(facts('another-vcenter', null)).verdict).toBe('UNKNOWN');
  expect(planRestore(facts('another-vcenter', 'aa')).keyPath.home.policyId).toBe('policy-gold');
  expect(planRestore(facts('90000000-0000-0000-0000-000000000001', null)).keyPath.home.policyId).toBe('policy-gold');
});
