/** The devices of the demonstration machines, as a vSphere 8 vCenter reports them. */
import type { ObjectNode } from '../../domain/config-info/node.js';
import { build, type FieldValue, reference } from './build-node.js';

type Fields = Readonly<Record<string, FieldValue>>;

export const PCI_CONTROLLER_KEY = 100;
export const SIO_CONTROLLER_KEY = 400;

export function device(type: string, key: number, label: string, summary: string, fields: Fields): ObjectNode {
  return build(type, { key, deviceInfo: build('Description', { label, summary }), ...fields });
}

export function connection(startConnected: boolean): ObjectNode {
  return build('VirtualDeviceConnectInfo', {
    migrateConnect: 'unset',
    startConnected,
    allowGuestControl: true,
    connected: startConnected,
    status: startConnected ? 'ok' : 'untried',
  });
}

export function pciSlot(pciSlotNumber: number): ObjectNode {
  return build('VirtualDevicePciBusSlotInfo', { pciSlotNumber });
}

/**
 * What every machine has, whatever was asked for; `pciDeviceKeys` are the devices that sit on the PCI bus,
 * `sioDeviceKeys` those on the SIO controller.
 */
export function defaultDevices(pciDeviceKeys: readonly number[], sioDeviceKeys: readonly number[]): ObjectNode[] {
  return [
    device('VirtualIDEController', 200, 'IDE 0', 'IDE 0', { busNumber: 0 }),
    device('VirtualIDEController', 201, 'IDE 1', 'IDE 1', { busNumber: 1 }),
    device('VirtualPS2Controller', 300, 'PS2 controller 0', 'PS2 controller 0', { busNumber: 0, device: [600, 700] }),
    device('VirtualPCIController', PCI_CONTROLLER_KEY, 'PCI controller 0', 'PCI controller 0', {
      busNumber: 0,
      device: [500, 12000, ...pciDeviceKeys],
    }),
    device('VirtualSIOController', SIO_CONTROLLER_KEY, 'SIO controller 0', 'SIO controller 0', {
      busNumber: 0,
      device: [8000, 9000, ...sioDeviceKeys],
    }),
    device('VirtualKeyboard', 600, 'Keyboard', 'Keyboard', { controllerKey: 300, unitNumber: 0 }),
    device('VirtualPointingDevice', 700, 'Pointing device', 'Pointing device; Device', {
      backing: build('VirtualPointingDeviceDeviceBackingInfo', {
        deviceName: '',
        useAutoDetect: false,
        hostPointingDevice: 'autodetect',
      }),
      controllerKey: 300,
      unitNumber: 1,
    }),
    device('VirtualMachineVideoCard', 500, 'Video card', 'Video card', {
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 0,
      videoRamSizeInKB: 8192,
      numDisplays: 1,
      useAutoDetect: false,
      enable3DSupport: false,
      use3dRenderer: 'automatic',
      graphicsMemorySizeInKB: 262144,
    }),
    device('VirtualMachineVMCIDevice', 12000, 'VMCI device', 'Virtual machine communication interface', {
      slotInfo: pciSlot(32),
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 17,
      id: -1,
      allowUnrestrictedCommunication: false,
      filterEnable: true,
    }),
  ];
}

/** Drives, ports, sound, clocks and USB that the demonstration machines share. */
export function peripheralDevices(datastore: string, folder: string): ObjectNode[] {
  return [
    device('VirtualUSBXHCIController', 14000, 'USB xHCI controller', 'USB xHCI controller', {
      slotInfo: pciSlot(-1),
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 23,
      busNumber: 0,
      autoConnectDevices: false,
    }),
    device('VirtualAHCIController', 15000, 'SATA controller 0', 'AHCI', {
      slotInfo: pciSlot(33),
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 24,
      busNumber: 0,
      device: [16000],
    }),
    device('VirtualCdrom', 16000, 'CD/DVD drive 1', 'Remote device', {
      backing: build('VirtualCdromRemotePassthroughBackingInfo', {
        deviceName: '',
        useAutoDetect: false,
        exclusive: false,
      }),
      connectable: connection(false),
      controllerKey: 15000,
      unitNumber: 0,
    }),
    device('VirtualFloppy', 8000, 'Floppy drive 1', 'Remote', {
      backing: build('VirtualFloppyRemoteDeviceBackingInfo', { deviceName: '', useAutoDetect: false }),
      connectable: connection(false),
      controllerKey: SIO_CONTROLLER_KEY,
      unitNumber: 0,
    }),
    device('VirtualSerialPort', 9000, 'Serial port 1', `[${datastore}] ${folder}/console.log`, {
      backing: build('VirtualSerialPortFileBackingInfo', {
        fileName: `[${datastore}] ${folder}/console.log`,
        datastore: reference('Datastore', datastoreId(datastore)),
      }),
      connectable: connection(true),
      controllerKey: SIO_CONTROLLER_KEY,
      unitNumber: 1,
      yieldOnPoll: true,
    }),
    device('VirtualHdAudioCard', 5000, 'Sound card', 'Auto detect', {
      backing: build('VirtualSoundCardDeviceBackingInfo', { deviceName: '', useAutoDetect: true }),
      connectable: connection(true),
      slotInfo: pciSlot(34),
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 18,
    }),
    device('VirtualWDT', 18000, 'Watchdog timer', 'Watchdog timer', {
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 19,
      runOnBoot: false,
      running: false,
    }),
    device('VirtualPrecisionClock', 19000, 'Precision clock', 'Precision clock', {
      backing: build('VirtualPrecisionClockSystemClockBackingInfo', { protocol: 'ntp' }),
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 20,
    }),
  ];
}

/** Keys of the shared peripherals that sit on the PCI bus. */
export const PERIPHERAL_PCI_KEYS: readonly number[] = [14000, 15000, 5000, 18000, 19000];

const SCSI_SUMMARIES = {
  ParaVirtualSCSIController: 'VMware paravirtual SCSI',
  VirtualLsiLogicSASController: 'LSI Logic SAS',
  VirtualLsiLogicController: 'LSI Logic',
  VirtualBusLogicController: 'BusLogic',
} as const;

export type ScsiControllerType = keyof typeof SCSI_SUMMARIES;

/** SCSI controller of a bus (key 1000 + bus) with the disks on it. */
export function scsiController(type: ScsiControllerType, busNumber: number, diskKeys: readonly number[]): ObjectNode {
  return device(type, 1000 + busNumber, `SCSI controller ${busNumber}`, SCSI_SUMMARIES[type], {
    slotInfo: pciSlot(160 + 32 * busNumber),
    controllerKey: PCI_CONTROLLER_KEY,
    unitNumber: 3 + busNumber,
    busNumber,
    device: diskKeys,
    hotAddRemove: true,
    sharedBus: 'noSharing',
    scsiCtlrUnitNumber: 7,
  });
}

/** A second SATA controller (key 15001), for disks. */
export function sataController(diskKeys: readonly number[]): ObjectNode {
  return device('VirtualAHCIController', 15001, 'SATA controller 1', 'AHCI', {
    slotInfo: pciSlot(35),
    controllerKey: PCI_CONTROLLER_KEY,
    unitNumber: 25,
    busNumber: 1,
    device: diskKeys,
  });
}

export function nvmeController(diskKeys: readonly number[]): ObjectNode {
  return device('VirtualNVMEController', 31000, 'NVME controller 0', 'NVME controller 0', {
    slotInfo: pciSlot(36),
    controllerKey: PCI_CONTROLLER_KEY,
    unitNumber: 30,
    busNumber: 0,
    device: diskKeys,
    sharedBus: 'noSharing',
  });
}

export function tpm(): ObjectNode {
  return device('VirtualTPM', 11000, 'Virtual TPM', 'Trusted Platform Module', {
    controllerKey: PCI_CONTROLLER_KEY,
    unitNumber: 21,
    endorsementKeyCertificateSigningRequest: ['ZGVtb25zdHJhdGlvbiBDU1IgMQ==', 'ZGVtb25zdHJhdGlvbiBDU1IgMg=='],
    endorsementKeyCertificate: ['ZGVtb25zdHJhdGlvbiBjZXJ0aWZpY2F0ZQ=='],
  });
}

/** A VMXNET 3 adapter on a standard network. */
export function vmxnet3(key: number, macAddress: string): ObjectNode {
  const backing = build('VirtualEthernetCardNetworkBackingInfo', {
    deviceName: 'VM Network',
    useAutoDetect: false,
    network: reference('Network', 'network-27'),
  });
  return device('VirtualVmxnet3', key, `Network adapter ${key - 3999}`, 'VM Network', {
    ...adapterFields(key, macAddress, backing),
    uptCompatibilityEnabled: true,
    uptv2Enabled: false,
  });
}

/** An E1000e adapter on a distributed port group. */
export function e1000e(key: number, macAddress: string): ObjectNode {
  const switchUuid = '50 2c 11 7e 61 0d a4 03-5b 90 6d 11 2f 7c 3e a8';
  const backing = build('VirtualEthernetCardDistributedVirtualPortBackingInfo', {
    port: build('DistributedVirtualSwitchPortConnection', {
      switchUuid,
      portgroupKey: 'dvportgroup-31',
      portKey: '12',
      connectionCookie: 1094857201,
    }),
  });
  return device('VirtualE1000e', key, `Network adapter ${key - 3999}`, `DVSwitch: ${switchUuid}`, {
    ...adapterFields(key, macAddress, backing),
    uptCompatibilityEnabled: false,
  });
}

export function adapterFields(key: number, macAddress: string, backing: ObjectNode): Fields {
  return {
    backing,
    connectable: connection(true),
    slotInfo: pciSlot(key - 3808),
    controllerKey: PCI_CONTROLLER_KEY,
    unitNumber: 7 + key - 4000,
    addressType: 'assigned',
    macAddress,
    wakeOnLanEnabled: true,
    resourceAllocation: build('VirtualEthernetCardResourceAllocation', {
      reservation: 0,
      share: build('SharesInfo', { shares: 50, level: 'normal' }),
      limit: -1,
    }),
  };
}

/** Id of a demonstration datastore, `datastore-…`, made from its name. */
export function datastoreId(name: string): string {
  let sum = 0;
  for (const character of name) {
    sum = (sum * 31 + character.charCodeAt(0)) % 9000;
  }
  return `datastore-${1000 + sum}`;
}
