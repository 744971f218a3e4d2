/** The sections of a demonstration machine's ConfigInfo, as a vSphere 8 vCenter reports them. */
import type { ConfigInfoTree, ObjectNode } from '../../domain/config-info/node.js';
import { build, type FieldValue } from './build-node.js';

export interface MachineConfig {
  readonly name: string;
  readonly moRef: string;
  readonly datastore: string;
  readonly folder: string;
  readonly biosUuid: string;
  readonly instanceUuid: string;
  readonly guestId: string;
  readonly guestFullName: string;
  readonly hardwareVersion: number;
  readonly firmware: 'bios' | 'efi';
  readonly secureBoot: boolean;
  readonly cpuCount: number;
  readonly memoryMiB: number;
  /** All of the memory is reserved, which a device of the host that is passed through asks for. */
  readonly memoryLocked: boolean;
  readonly key: { readonly keyId: string; readonly providerId: string } | null;
  readonly bootDiskKey: number;
  readonly devices: readonly ObjectNode[];
  readonly extraConfig: readonly (readonly [string, string])[];
  /** ISO 8601 in UTC: when the machine was last reconfigured. */
  readonly modifiedAt: string;
  readonly withVApp: boolean;
}

/** A complete ConfigInfo. The document is the same, byte for byte, whenever the configuration is. */
export function configInfoOf(machine: MachineConfig): ConfigInfoTree {
  const home = `[${machine.datastore}] ${machine.folder}/`;
  const root = build('VirtualMachineConfigInfo', {
    ...identity(machine),
    files: build('VirtualMachineFileInfo', {
      vmPathName: `${home}${machine.folder}.vmx`,
      snapshotDirectory: home,
      suspendDirectory: home,
      logDirectory: home,
    }),
    ...behaviour(),
    hardware: build('VirtualHardware', {
      numCPU: machine.cpuCount,
      numCoresPerSocket: 1,
      autoCoresPerSocket: true,
      memoryMB: machine.memoryMiB,
      virtualICH7MPresent: false,
      virtualSMCPresent: false,
      device: machine.devices,
      motherboardLayout: 'i440bxHostBridge',
      simultaneousThreads: 1,
    }),
    ...resources(machine),
    extraConfig: extraConfig(machine),
    datastoreUrl: [
      build('VirtualMachineConfigInfoDatastoreUrlPair', {
        name: machine.datastore,
        url: `/vmfs/volumes/demo-${machine.datastore}`,
      }),
    ],
    swapPlacement: 'inherit',
    bootOptions: bootOptions(machine),
    vAppConfig: machine.withVApp ? vApp() : null,
    ...features(machine),
  });
  return { root, moRef: { type: 'VirtualMachine', value: machine.moRef } };
}

type Fields = Readonly<Record<string, FieldValue>>;

function identity(machine: MachineConfig): Fields {
  return {
    changeVersion: machine.modifiedAt,
    modified: machine.modifiedAt,
    name: machine.name,
    guestFullName: machine.guestFullName,
    version: `vmx-${machine.hardwareVersion}`,
    uuid: machine.biosUuid,
    createDate: '2025-11-03T09:12:44.102938Z',
    instanceUuid: machine.instanceUuid,
    npivTemporaryDisabled: true,
    locationId: '564d1c2e-7a0b-94d3-1e55-0c9f61b8a2d4',
    template: false,
    guestId: machine.guestId,
    alternateGuestName: '',
    annotation: 'Demonstration machine.\nNames with <, > & "quotes" survive.',
  };
}

function behaviour(): Fields {
  return {
    tools: build('ToolsConfigInfo', {
      toolsVersion: 12389,
      toolsInstallType: 'guestToolsTypeOpenVMTools',
      afterPowerOn: true,
      afterResume: true,
      beforeGuestStandby: true,
      beforeGuestShutdown: true,
      toolsUpgradePolicy: 'manual',
      syncTimeWithHostAllowed: true,
      syncTimeWithHost: false,
      lastInstallInfo: build('ToolsConfigInfoToolsLastInstallInfo', { counter: 0 }),
    }),
    flags: build('VirtualMachineFlagInfo', {
      disableAcceleration: false,
      enableLogging: true,
      useToe: false,
      runWithDebugInfo: false,
      monitorType: 'release',
      htSharing: 'any',
      snapshotDisabled: false,
      snapshotLocked: false,
      diskUuidEnabled: true,
      virtualMmuUsage: 'automatic',
      virtualExecUsage: 'hvAuto',
      snapshotPowerOffBehavior: 'powerOff',
      recordReplayEnabled: false,
      faultToleranceType: 'unset',
      cbrcCacheEnabled: false,
      vvtdEnabled: false,
      vbsEnabled: false,
    }),
    consolePreferences: build('VirtualMachineConsolePreferences', {
      powerOnWhenOpened: false,
      enterFullScreenOnPowerOn: false,
      closeOnPowerOffOrSuspend: false,
    }),
    defaultPowerOps: build('VirtualMachineDefaultPowerOpInfo', {
      powerOffType: 'soft',
      suspendType: 'hard',
      resetType: 'soft',
      defaultPowerOffType: 'soft',
      defaultSuspendType: 'hard',
      defaultResetType: 'soft',
      standbyAction: 'checkpoint',
    }),
    rebootPowerOff: false,
  };
}

function resources(machine: MachineConfig): Fields {
  const allocation = (shares: number, reservation: number): ObjectNode =>
    build('ResourceAllocationInfo', {
      reservation,
      expandableReservation: false,
      limit: -1,
      shares: build('SharesInfo', { shares, level: 'normal' }),
    });
  return {
    cpuAllocation: allocation(1000 * machine.cpuCount, 0),
    memoryAllocation: allocation(10 * machine.memoryMiB, machine.memoryLocked ? machine.memoryMiB : 0),
    latencySensitivity: build('LatencySensitivity', { level: 'normal' }),
    memoryHotAddEnabled: false,
    cpuHotAddEnabled: false,
    cpuHotRemoveEnabled: false,
    hotPlugMemoryLimit: machine.memoryMiB,
    hotPlugMemoryIncrementSize: 0,
    cpuFeatureMask: [build('HostCpuIdInfo', { level: 1, vendor: '', eax: 'xxxx:xxxx:xxxx:xxxx:xxxx:xxxx:xxxx:xxxx' })],
  };
}

function extraConfig(machine: MachineConfig): ObjectNode[] {
  const options: (readonly [string, string])[] = [
    ['nvram', `${machine.folder}.nvram`],
    ['svga.present', 'TRUE'],
    ['pciBridge0.present', 'TRUE'],
    ['pciBridge4.present', 'TRUE'],
    ['pciBridge4.virtualDev', 'pcieRootPort'],
    ['pciBridge4.functions', '8'],
    ['hpet0.present', 'TRUE'],
    ['disk.EnableUUID', 'TRUE'],
    ['RemoteDisplay.maxConnections', '-1'],
    ['sched.cpu.latencySensitivity', 'normal'],
    ['tools.guest.desktop.autolock', 'TRUE'],
    ['vmware.tools.internalversion', '12389'],
    ['vmware.tools.requiredversion', '12389'],
    ['migrate.hostLogState', 'none'],
    ['migrate.migrationId', '0'],
    [
      'guestinfo.detailed.data',
      `bitness='${machine.guestId.includes('64') ? 64 : 32}' distroName="Debian GNU/Linux" kernelVersion='6.1.0'`,
    ],
    ...machine.extraConfig,
  ];
  return options.map(([key, value]) => build('OptionValue', { key, value }));
}

function bootOptions(machine: MachineConfig): ObjectNode {
  return build('VirtualMachineBootOptions', {
    bootDelay: 0,
    enterBIOSSetup: false,
    efiSecureBootEnabled: machine.secureBoot,
    bootRetryEnabled: false,
    bootRetryDelay: 10000,
    bootOrder: [
      build('VirtualMachineBootOptionsBootableDiskDevice', { deviceKey: machine.bootDiskKey }),
      build('VirtualMachineBootOptionsBootableEthernetDevice', { deviceKey: 4000 }),
      build('VirtualMachineBootOptionsBootableCdromDevice', {}),
    ],
    networkBootProtocol: 'ipv4',
  });
}

function vApp(): ObjectNode {
  return build('VmConfigInfo', {
    product: [
      build('VAppProductInfo', { key: 0, name: 'Demonstration appliance', vendor: 'Reinstate', version: '1.0' }),
    ],
    property: [
      build('VAppPropertyInfo', {
        key: 0,
        id: 'hostname',
        category: 'Network',
        label: 'Host name',
        type: 'string',
        userConfigurable: true,
        defaultValue: '',
        value: 'demo',
        description: 'Name of the machine',
      }),
    ],
    ipAssignment: build('VAppIPAssignmentInfo', { ipAllocationPolicy: 'fixedPolicy', ipProtocol: 'IPv4' }),
    ovfEnvironmentTransport: ['com.vmware.guestInfo'],
    installBootRequired: false,
    installBootStopDelay: 0,
  });
}

function features(machine: MachineConfig): Fields {
  const { key } = machine;
  return {
    vAssertsEnabled: false,
    changeTrackingEnabled: true,
    firmware: machine.firmware,
    maxMksConnections: -1,
    guestAutoLockEnabled: true,
    memoryReservationLockedToMax: machine.memoryLocked,
    initialOverhead: build('VirtualMachineConfigInfoOverheadInfo', {
      initialMemoryReservation: 214446080,
      initialSwapReservation: 2541883392,
    }),
    nestedHVEnabled: false,
    vPMCEnabled: false,
    scheduledHardwareUpgradeInfo: build('ScheduledHardwareUpgradeInfo', {
      upgradePolicy: 'never',
      scheduledHardwareUpgradeStatus: 'none',
    }),
    vFlashCacheReservation: 0,
    vmxConfigChecksum: 'ZGVtb25zdHJhdGlvbiBzdW0=',
    messageBusTunnelEnabled: false,
    keyId:
      key === null
        ? null
        : build('CryptoKeyId', { keyId: key.keyId, providerId: build('KeyProviderId', { id: key.providerId }) }),
    guestIntegrityInfo: build('VirtualMachineGuestIntegrityInfo', { enabled: false }),
    migrateEncryption: key === null ? 'opportunistic' : 'required',
    sgxInfo: build('VirtualMachineSgxInfo', { epcSize: 0, flcMode: 'unlocked', requireAttestation: false }),
    ftEncryptionMode: key === null ? 'ftEncryptionOpportunistic' : 'ftEncryptionRequired',
    guestMonitoringModeInfo: build('VirtualMachineGuestMonitoringModeInfo', {}),
    sevEnabled: false,
    numaInfo: build('VirtualMachineVirtualNumaInfo', { autoCoresPerNumaNode: true, vnumaOnCpuHotaddExposed: false }),
    pmemFailoverEnabled: false,
    vmxStatsCollectionEnabled: true,
    vmOpNotificationToAppEnabled: false,
    vmOpNotificationTimeout: -1,
    deviceSwap: build('VirtualMachineVirtualDeviceSwap', {
      lsiToPvscsi: build('VirtualMachineVirtualDeviceSwapDeviceSwapInfo', {
        enabled: true,
        applicable: false,
        status: 'none',
      }),
    }),
    pmem: build('VirtualMachineVirtualPMem', { snapshotMode: 'independent_persistent' }),
    deviceGroups: build('VirtualMachineVirtualDeviceGroups', {}),
    fixedPassthruHotPlugEnabled: false,
  };
}
