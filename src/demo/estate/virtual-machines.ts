/**
 * The estate of the demonstration: four virtual machines, each with a complete ConfigInfo at any number of points in
 * time. Pure and deterministic: the same options give the same bytes.
 */
import type { ConfigInfoForm, ConfigInfoTree } from '../../domain/config-info/node.js';
import {
  defaultDevices,
  e1000e,
  nvmeController,
  PERIPHERAL_PCI_KEYS,
  peripheralDevices,
  sataController,
  scsiController,
  tpm,
  vmxnet3,
} from './devices.js';
import { type EstateDisk, virtualDisk } from './disks.js';
import { emitGovcJson, emitPyVmomiJson } from './emit-json.js';
import { emitPropertyCollectorXml, emitXml } from './emit-xml.js';
import { configInfoOf, type MachineConfig } from './machine-config.js';
import { syntheticNvram } from './nvram.js';
import { e1000, parallelPort, pciPassthrough, sriovCard, usbControllerWithDevice } from './special-devices.js';

export interface EstateVirtualMachine {
  readonly name: string;
  readonly description: string;
  readonly form: ConfigInfoForm;
  /** The ConfigInfo document at a point in time (0, 1, 2, …), in this machine's form. */
  readonly configInfo: (pointNumber: number) => string;
  /** The same document as a tree, from which any form can be written. */
  readonly tree: (pointNumber: number) => ConfigInfoTree;
  readonly nvramBytes: (pointNumber: number) => Uint8Array | null;
  readonly disks: readonly {
    readonly deviceKey: number;
    /** File name of the image, without folder: unique in the estate. */
    readonly fileName: string;
    readonly capacityBytes: number;
  }[];
}

export interface EstateOptions {
  /** Capacity of a machine's first disk; further disks have half of it. A multiple of 2 KiB. */
  readonly capacityBytes: number;
  /** UTC time text of a point. */
  readonly clock: (pointNumber: number) => string;
}

const MIB = 1024 * 1024;

export const ESTATE_DEFAULTS: EstateOptions = {
  capacityBytes: 128 * MIB,
  clock: (pointNumber) => `2026-03-${String(1 + (pointNumber % 28)).padStart(2, '0')}T02:00:00.000Z`,
};

/** Values in the estate's documents that stand for secrets: none may ever be seen outside a sealed row. */
export const ESTATE_CANARIES = {
  encryptionBundle: 'CANARY-encryption-bundle-of-the-demonstration-estate',
  dataFileKey: 'CANARY-data-file-key-of-the-demonstration-estate',
  vncPassword: 'CANARY-vnc-password-of-the-demonstration-estate',
} as const;

const KEY = { keyId: '8d3f1c52-66b0-4a9e-9d47-demo00000001', providerId: 'demo-kms' } as const;

type Machine = Omit<MachineConfig, 'devices' | 'modifiedAt'> & {
  readonly description: string;
  readonly form: ConfigInfoForm;
  readonly disks: readonly EstateDisk[];
  /** Machine-specific devices; the default and shared ones are added. */
  readonly ownDevices: MachineConfig['devices'];
  readonly ownPciKeys: readonly number[];
  readonly ownSioKeys: readonly number[];
  readonly emit: (tree: ConfigInfoTree) => string;
};

/** The four machines of the estate: BIOS thin, UEFI Secure Boot, encrypted with vTPM, several controllers. */
export function estateVirtualMachines(options: EstateOptions = ESTATE_DEFAULTS): EstateVirtualMachine[] {
  const { capacityBytes } = options;
  const machines = [
    biosThin(capacityBytes),
    uefiSecureBoot(capacityBytes),
    encryptedWithTpm(capacityBytes),
    severalControllers(capacityBytes),
  ];
  return machines.map((machine) => estateMachine(machine, options.clock));
}

function estateMachine(machine: Machine, clock: EstateOptions['clock']): EstateVirtualMachine {
  const tree = (pointNumber: number): ConfigInfoTree => {
    const disks = machine.disks.map((disk) => virtualDisk(disk, sequenceAt(disk, pointNumber)));
    const devices = [
      ...defaultDevices([...PERIPHERAL_PCI_KEYS, ...machine.ownPciKeys], machine.ownSioKeys),
      ...peripheralDevices(machine.datastore, machine.folder),
      ...machine.ownDevices,
      ...disks,
    ];
    return configInfoOf({ ...machine, devices, modifiedAt: clock(pointNumber) });
  };
  return {
    name: machine.name,
    description: machine.description,
    form: machine.form,
    configInfo: (pointNumber) => machine.emit(tree(pointNumber)),
    tree,
    nvramBytes: (pointNumber) => syntheticNvram(machine.name, pointNumber),
    disks: machine.disks.map((disk) => ({
      deviceKey: disk.deviceKey,
      fileName: `${machine.name}-${disk.deviceKey}-flat.vmdk`,
      capacityBytes: disk.capacityBytes,
    })),
  };
}

/** Change ids rise with every snapshot; each disk counts for itself. */
function sequenceAt(disk: EstateDisk, pointNumber: number): number {
  return 12 + disk.number + 7 * pointNumber;
}

const SOFTWARE = {
  guestId: 'debian12_64Guest',
  guestFullName: 'Debian GNU/Linux 12 (64-bit)',
  hardwareVersion: 21,
  withVApp: false,
  memoryLocked: false,
  ownSioKeys: [],
  key: null,
} as const;

type DiskPlace = Pick<EstateDisk, 'deviceKey' | 'controllerKey' | 'unitNumber' | 'kind'>;

function diskOf(name: string, datastore: string, number: number, capacityBytes: number, place: DiskPlace): EstateDisk {
  const mark = `${name.length.toString(16).padStart(2, '0')}${number.toString(16).padStart(2, '0')}`;
  return {
    ...place,
    number,
    capacityBytes,
    datastore,
    path: `${name}/${name}${number === 1 ? '' : `_${number - 1}`}.vmdk`,
    uuid: `6000C29d-${mark}-8e1f-0a47-5b6c7d8e9f10`,
    changeUuid: `52 de c0 d9 b9 43 9d 10-61 d5 4c 1b e9 7b ${mark.slice(0, 2)} ${mark.slice(2)}`,
    key: null,
  };
}

function biosThin(capacityBytes: number): Machine {
  const name = 'demo-bios-thin';
  const place: DiskPlace = { deviceKey: 2000, controllerKey: 1000, unitNumber: 0, kind: 'THIN' };
  return {
    ...SOFTWARE,
    // Guests of 64 bit have no driver for BusLogic.
    guestId: 'debian12Guest',
    guestFullName: 'Debian GNU/Linux 12 (32-bit)',
    name,
    description: 'BIOS, one thin disk, not encrypted',
    form: 'XML',
    emit: (tree) => emitPropertyCollectorXml(tree),
    moRef: 'vm-1001',
    datastore: 'vmfs-gold',
    folder: name,
    biosUuid: '422ca90b-853b-1101-3350-759f747730c1',
    instanceUuid: '502cc2a5-1f06-2890-6d70-ba2c55c5c2b1',
    firmware: 'bios',
    secureBoot: false,
    cpuCount: 1,
    memoryMiB: 2048,
    bootDiskKey: 2000,
    disks: [diskOf(name, 'vmfs-gold', 1, capacityBytes, place)],
    ownDevices: [
      scsiController('ParaVirtualSCSIController', 0, [2000]),
      scsiController('VirtualLsiLogicController', 1, []),
      scsiController('VirtualBusLogicController', 2, []),
      vmxnet3(4000, '00:50:56:ac:10:01'),
      e1000(4001, '00:50:56:ac:10:06'),
      ...usbControllerWithDevice(),
      parallelPort('vmfs-gold', name),
    ],
    ownPciKeys: [1000, 1001, 1002, 4000, 4001, 7000],
    ownSioKeys: [10000],
    extraConfig: [],
    withVApp: true,
  };
}

function uefiSecureBoot(capacityBytes: number): Machine {
  const name = 'demo-uefi-secure-boot';
  const place: DiskPlace = { deviceKey: 2000, controllerKey: 1000, unitNumber: 0, kind: 'THICK_LAZY_ZEROED' };
  return {
    ...SOFTWARE,
    name,
    description: 'UEFI with Secure Boot, one lazily zeroed thick disk, not encrypted',
    form: 'GOVC_JSON',
    emit: (tree) => emitGovcJson(tree),
    moRef: 'vm-1002',
    datastore: 'vmfs-gold',
    folder: name,
    biosUuid: '422ca90b-853b-1101-3350-759f747730c2',
    instanceUuid: '502cc2a5-1f06-2890-6d70-ba2c55c5c2b2',
    firmware: 'efi',
    secureBoot: true,
    cpuCount: 2,
    memoryMiB: 4096,
    bootDiskKey: 2000,
    disks: [diskOf(name, 'vmfs-gold', 1, capacityBytes, place)],
    ownDevices: [
      scsiController('VirtualLsiLogicSASController', 0, [2000]),
      e1000e(4000, '00:50:56:ac:10:02'),
      vmxnet3(4001, '00:50:56:ac:10:03'),
      sriovCard(4002, '00:50:56:ac:10:07'),
      pciPassthrough(),
    ],
    ownPciKeys: [1000, 4000, 4001, 4002, 13000],
    memoryLocked: true,
    extraConfig: [],
  };
}

function encryptedWithTpm(capacityBytes: number): Machine {
  const name = 'demo-encrypted-vtpm';
  const place: DiskPlace = { deviceKey: 2000, controllerKey: 1000, unitNumber: 0, kind: 'THIN' };
  const fqid = `fqid/<VMWARE-NULL>/${KEY.providerId}/${KEY.keyId}`;
  const bundle = `vmware:key/list/(pair/(${fqid},AES-256,${ESTATE_CANARIES.encryptionBundle}))`;
  return {
    ...SOFTWARE,
    name,
    description: 'UEFI, encrypted home and disk, vTPM',
    form: 'XML',
    emit: emitXml,
    moRef: 'vm-1003',
    datastore: 'vmfs-gold',
    folder: name,
    biosUuid: '422ca90b-853b-1101-3350-759f747730c3',
    instanceUuid: '502cc2a5-1f06-2890-6d70-ba2c55c5c2b3',
    firmware: 'efi',
    secureBoot: true,
    cpuCount: 2,
    memoryMiB: 4096,
    key: KEY,
    bootDiskKey: 2000,
    disks: [{ ...diskOf(name, 'vmfs-gold', 1, capacityBytes, place), key: KEY }],
    ownDevices: [tpm(), scsiController('ParaVirtualSCSIController', 0, [2000]), vmxnet3(4000, '00:50:56:ac:10:04')],
    ownPciKeys: [11000, 1000, 4000],
    extraConfig: [
      ['encryption.bundle', bundle],
      ['dataFileKey', ESTATE_CANARIES.dataFileKey],
      ['encryptedVM.guid', '{6D0C2B7E-52F1-4C8A-9B1D-3E5F70A1B2C3}'],
    ],
  };
}

function severalControllers(capacityBytes: number): Machine {
  const name = 'demo-several-controllers';
  const half = capacityBytes / 2;
  const disk = (number: number, bytes: number, place: DiskPlace): EstateDisk =>
    diskOf(name, number === 3 ? 'nfs-silver' : 'vmfs-gold', number, bytes, place);
  return {
    ...SOFTWARE,
    name,
    description: 'UEFI, five disks on two SCSI buses, SATA and NVMe, one of them a raw device mapping',
    form: 'PYVMOMI_JSON',
    emit: (tree) => emitPyVmomiJson(tree),
    moRef: 'vm-1004',
    datastore: 'vmfs-gold',
    folder: name,
    biosUuid: '422ca90b-853b-1101-3350-759f747730c4',
    instanceUuid: '502cc2a5-1f06-2890-6d70-ba2c55c5c2b4',
    firmware: 'efi',
    secureBoot: false,
    cpuCount: 4,
    memoryMiB: 8192,
    bootDiskKey: 2000,
    disks: [
      disk(1, capacityBytes, { deviceKey: 2000, controllerKey: 1000, unitNumber: 0, kind: 'THIN' }),
      disk(2, half, { deviceKey: 2016, controllerKey: 1001, unitNumber: 0, kind: 'THICK_EAGER_ZEROED' }),
      disk(3, half, { deviceKey: 16030, controllerKey: 15001, unitNumber: 0, kind: 'THIN' }),
      disk(4, half, { deviceKey: 32000, controllerKey: 31000, unitNumber: 0, kind: 'THICK_LAZY_ZEROED' }),
      disk(5, half, { deviceKey: 2001, controllerKey: 1000, unitNumber: 1, kind: 'RAW_VIRTUAL' }),
    ],
    ownDevices: [
      scsiController('ParaVirtualSCSIController', 0, [2000, 2001]),
      scsiController('ParaVirtualSCSIController', 1, [2016]),
      sataController([16030]),
      nvmeController([32000]),
      vmxnet3(4000, '00:50:56:ac:10:05'),
    ],
    ownPciKeys: [1000, 1001, 15001, 31000, 4000],
    extraConfig: [
      ['RemoteDisplay.vnc.enabled', 'TRUE'],
      ['RemoteDisplay.vnc.password', ESTATE_CANARIES.vncPassword],
    ],
  };
}
