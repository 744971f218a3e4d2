/** Devices that only some machines have: those of older machines, and those that pass hardware of the host through. */
import type { ObjectNode } from '../../domain/config-info/node.js';
import { build, reference } from './build-node.js';
import {
  adapterFields,
  connection,
  datastoreId,
  device,
  PCI_CONTROLLER_KEY,
  pciSlot,
  SIO_CONTROLLER_KEY,
} from './devices.js';

/** The controller of USB 1.1 and 2.0 (key 7000) with one device of the host connected to it (key 7001). */
export function usbControllerWithDevice(): ObjectNode[] {
  return [
    device('VirtualUSBController', 7000, 'USB controller', 'Auto connect Disabled', {
      slotInfo: pciSlot(37),
      controllerKey: PCI_CONTROLLER_KEY,
      unitNumber: 22,
      busNumber: 0,
      device: [7001],
      autoConnectDevices: false,
      ehciEnabled: true,
    }),
    device('VirtualUSB', 7001, 'USB 1', 'USB 1', {
      backing: build('VirtualUSBUSBBackingInfo', { deviceName: 'path:2/0/1 version:2', useAutoDetect: false }),
      connectable: connection(true),
      controllerKey: 7000,
      unitNumber: 0,
      connected: true,
      vendor: 2385,
      product: 5734,
      family: ['storage'],
      speed: ['high'],
    }),
  ];
}

/** Key 10000, on the SIO controller. */
export function parallelPort(datastore: string, folder: string): ObjectNode {
  const fileName = `[${datastore}] ${folder}/printer.log`;
  return device('VirtualParallelPort', 10000, 'Parallel port 1', fileName, {
    backing: build('VirtualParallelPortFileBackingInfo', {
      fileName,
      datastore: reference('Datastore', datastoreId(datastore)),
    }),
    connectable: connection(true),
    controllerKey: SIO_CONTROLLER_KEY,
    unitNumber: 2,
  });
}

export function e1000(key: number, macAddress: string): ObjectNode {
  const backing = build('VirtualEthernetCardNetworkBackingInfo', {
    deviceName: 'VM Network',
    useAutoDetect: false,
    network: reference('Network', 'network-27'),
  });
  return device('VirtualE1000', key, `Network adapter ${key - 3999}`, 'VM Network', {
    ...adapterFields(key, macAddress, backing),
    uptCompatibilityEnabled: false,
  });
}

/** A graphics card of the host (key 13000). Numbers of vendors are signed in vSphere, so that 0x8086 is negative. */
export function pciPassthrough(): ObjectNode {
  return device('VirtualPCIPassthrough', 13000, 'PCI device 0', '', {
    backing: build('VirtualPCIPassthroughDeviceBackingInfo', {
      deviceName: '',
      id: '0000:3b:00.0',
      deviceId: '1eb8',
      systemId: '5f3c1a2e-9d04-11ee-a0f1-3cecef0a1b2c',
      vendorId: 4318,
    }),
    slotInfo: pciSlot(1184),
    controllerKey: PCI_CONTROLLER_KEY,
    unitNumber: 26,
  });
}

/** A virtual function of a network card of the host. */
export function sriovCard(key: number, macAddress: string): ObjectNode {
  const backing = build('VirtualEthernetCardNetworkBackingInfo', {
    deviceName: 'VM Network',
    useAutoDetect: false,
    network: reference('Network', 'network-27'),
  });
  return device('VirtualSriovEthernetCard', key, `Network adapter ${key - 3999}`, 'VM Network', {
    ...adapterFields(key, macAddress, backing),
    uptCompatibilityEnabled: false,
    allowGuestOSMtuChange: false,
    sriovBacking: build('VirtualSriovEthernetCardSriovBackingInfo', {
      physicalFunctionBacking: build('VirtualPCIPassthroughDeviceBackingInfo', {
        deviceName: '',
        id: '0000:5e:00.1',
        deviceId: '1572',
        systemId: '5f3c1a2e-9d04-11ee-a0f1-3cecef0a1b2c',
        vendorId: -32634,
      }),
      virtualFunctionIndex: 2,
    }),
  });
}
