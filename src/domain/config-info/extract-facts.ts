/**
 * Makes the fact row of a restore point out of its ConfigInfo tree. Ingest gives the whole tree, because a cut one
 * lacks every text that happens to hold a secret, and takes secrets out of the facts afterwards (redact-facts.ts).
 */
import {
  type ControllerFact,
  type DiskBus,
  type DiskFact,
  type EncryptionState,
  EXTRACTOR_VERSION,
  type Firmware,
  type MandatoryPart,
  type NetworkAdapterFact,
  type Presence,
  type RestorePointFacts,
  type YesNoUnknown,
} from '../restore-point-facts.js';
import { extractDisk } from './extract-disks.js';
import { SEALED_TEXT } from './redact-facts.js';
import {
  type ConfigInfoTree,
  type ConfigNode,
  fieldOf,
  itemPath,
  itemsAt,
  nodeAt,
  type ObjectNode,
  textAt,
} from './node.js';
import { datastoreOf, FactProblems, readBoolean, readInt, readKey, textOrNull } from './read-values.js';
import { isKindOf, kindsOf, vim25Type } from './vim25-types.js';

const MANDATORY_PARTS: readonly MandatoryPart[] = [
  'name',
  'version',
  'uuid',
  'instanceUuid',
  'guestId',
  'files',
  'flags',
  'hardware',
  'hardware.device',
  'extraConfig',
  'firmware',
  'bootOptions',
];

const DEVICES_PATH = 'hardware.device';

interface Device {
  readonly node: ObjectNode;
  readonly key: number;
  readonly path: string;
}

/** Facts of a ConfigInfo. Never throws: what cannot be used is null or UNKNOWN, and named in `problems`. */
export function extractFacts(tree: ConfigInfoTree): RestorePointFacts {
  const { root } = tree;
  const problems = new FactProblems();
  const missing = MANDATORY_PARTS.filter((part) => !hasPart(root, part));
  const devices = devicesOf(root, problems);
  // So far, problems are those of devices that could not be used: the list is not known to be whole.
  const complete = missing.length === 0 && problems.list.length === 0;
  const controllers = controllersOf(devices, problems);
  const disks = disksOf(devices, controllers, problems);
  const firmware = firmwareOf(root, problems);
  const keyNode = fieldOf(root, 'keyId');
  const keyId = readKey(keyNode, 'keyId', problems);
  const vtpm = vtpmOf(root, devices, missing);
  const encryptionBundle = bundleOf(root, complete);
  const vmPathName = textOrNull(root, 'files', 'vmPathName');
  return {
    extractorVersion: EXTRACTOR_VERSION,
    name: textOrNull(root, 'name'),
    moRef: tree.moRef?.value ?? null,
    instanceUuid: textOrNull(root, 'instanceUuid'),
    biosUuid: textOrNull(root, 'uuid'),
    guestId: textOrNull(root, 'guestId'),
    guestFullName: textOrNull(root, 'guestFullName'),
    hardwareVersion: hardwareVersionOf(root, problems),
    firmware,
    secureBoot: secureBootOf(root, firmware),
    vtpm,
    homeEncryption: homeEncryptionOf({ complete, keyPresent: keyNode !== null, encryptionBundle, vtpm, devices }),
    keyId,
    encryptionBundle,
    changeTrackingEnabled: yesNo(readBoolean(root, 'changeTrackingEnabled')),
    cpuCount: readInt(fieldOf(root, 'hardware'), 'numCPU', 'hardware', problems),
    memoryMiB: readInt(fieldOf(root, 'hardware'), 'memoryMB', 'hardware', problems),
    vmPathName,
    homeDatastoreName: datastoreOf(vmPathName),
    nvramFileName: nvramFileNameOf(root),
    controllers,
    disks,
    networkAdapters: networkAdaptersOf(devices),
    completeness: { complete, missing },
    problems: problems.list.sort(
      (left, right) => compareText(left.path, right.path) || compareText(left.code, right.code),
    ),
  };
}

function hasPart(root: ObjectNode, part: MandatoryPart): boolean {
  const found = nodeAt(root, ...part.split('.'));
  if (found === null) {
    return false;
  }
  return found.kind === 'text' ? found.text.trim() !== '' : found.kind !== 'list' || found.items.length > 0;
}

/** Devices with a usable, unique key, by ascending key; each that is left out is a problem. */
function devicesOf(root: ObjectNode, problems: FactProblems): Device[] {
  const devices = new Map<number, Device>();
  for (const [index, node] of itemsAt(fieldOf(root, 'hardware'), 'device').entries()) {
    const path = itemPath(DEVICES_PATH, node, index);
    if (node.kind !== 'object') {
      problems.add('DEVICE_WITHOUT_KEY', path, 'the device is no object');
      problems.add('DISK_UNUSABLE', path, 'what is no device may have been a disk');
      continue;
    }
    if (isSized(node) && isKnown(node.type) && !isKindOf(node.type, 'VirtualDisk')) {
      problems.add('DISK_UNUSABLE', path, 'the device has the capacity of a disk, but is of another class');
    }
    const key = readInt(node, 'key', path, problems);
    if (key === null) {
      problems.add('DEVICE_WITHOUT_KEY', path, 'the device has no usable key');
      if (mayBeDisk(node)) problems.add('DISK_UNUSABLE', path, 'a disk has no usable key');
      continue;
    }
    const first = devices.get(key);
    if (first === undefined) {
      devices.set(key, { node, key, path });
      continue;
    }
    problems.add('DUPLICATE_DEVICE_KEY', path, `device key ${key} is used twice; the first device is taken`);
    if (mayBeDisk(node) || mayBeDisk(first.node)) {
      problems.add('DISK_UNUSABLE', path, `device key ${key} is used twice, so nobody knows which disk it names`);
    }
  }
  return [...devices.values()].sort((left, right) => left.key - right.key);
}

function controllersOf(devices: readonly Device[], problems: FactProblems): ControllerFact[] {
  const controllers: ControllerFact[] = [];
  for (const { node, key, path } of devices) {
    const known = isKindOf(node.type, 'VirtualController');
    // A class that this release does not know is a controller when it has what only controllers have.
    if (!known && (isKnown(node.type) || fieldOf(node, 'busNumber') === null)) {
      continue;
    }
    controllers.push({
      key,
      type: node.type,
      bus: busOf(node.type),
      busNumber: readInt(node, 'busNumber', path, problems),
    });
  }
  return controllers;
}

function isKnown(type: string | null): boolean {
  return type !== null && type !== 'VirtualDevice' && vim25Type(type) !== null;
}

function busOf(type: string | null): DiskBus {
  if (type === null || type === 'VirtualController' || !isKnown(type)) {
    return 'UNKNOWN';
  }
  const buses: readonly (readonly [string, DiskBus])[] = [
    ['VirtualSCSIController', 'SCSI'],
    ['VirtualSATAController', 'SATA'],
    ['VirtualIDEController', 'IDE'],
    ['VirtualNVMEController', 'NVME'],
  ];
  return buses.find(([ancestor]) => isKindOf(type, ancestor))?.[1] ?? 'OTHER';
}

function disksOf(
  devices: readonly Device[],
  controllers: readonly ControllerFact[],
  problems: FactProblems,
): DiskFact[] {
  const byKey = new Map(controllers.map((controller) => [controller.key, controller]));
  const disks: DiskFact[] = [];
  for (const { node, key, path } of devices) {
    if (isDisk(node)) {
      disks.push(extractDisk(node, key, path, byKey, problems));
    }
  }
  return disks;
}

function isDisk(node: ObjectNode): boolean {
  return isKindOf(node.type, 'VirtualDisk') || (!isKnown(node.type) && isSized(node));
}

function isSized(node: ObjectNode): boolean {
  return fieldOf(node, 'capacityInKB') !== null || fieldOf(node, 'capacityInBytes') !== null;
}

/** Of a class that nobody knows, nobody knows that it is no disk. */
function mayBeDisk(node: ObjectNode): boolean {
  return isDisk(node) || !isKnown(node.type);
}

function networkAdaptersOf(devices: readonly Device[]): NetworkAdapterFact[] {
  const adapters: NetworkAdapterFact[] = [];
  for (const { node, key } of devices) {
    if (!isKindOf(node.type, 'VirtualEthernetCard') && (isKnown(node.type) || fieldOf(node, 'macAddress') === null)) {
      continue;
    }
    const backing = fieldOf(node, 'backing');
    adapters.push({
      deviceKey: key,
      type: node.type,
      label: textOrNull(node, 'deviceInfo', 'label'),
      macAddress: textOrNull(node, 'macAddress'),
      addressType: textOrNull(node, 'addressType'),
      network:
        textOrNull(backing, 'deviceName') ??
        textOrNull(backing, 'port', 'portgroupKey') ??
        textOrNull(backing, 'opaqueNetworkId'),
      startConnected: readBoolean(node, 'connectable', 'startConnected'),
    });
  }
  return adapters;
}

function firmwareOf(root: ObjectNode, problems: FactProblems): Firmware {
  const text = textOrNull(root, 'firmware');
  if (text === 'bios' || text === 'efi') {
    return text === 'efi' ? 'EFI' : 'BIOS';
  }
  if (text !== null) {
    problems.add('UNKNOWN_VALUE', 'firmware', 'neither bios nor efi');
  }
  return 'UNKNOWN';
}

/** BIOS machines have no Secure Boot, whatever the flag says. */
function secureBootOf(root: ObjectNode, firmware: Firmware): YesNoUnknown {
  return firmware === 'BIOS' ? 'NO' : yesNo(readBoolean(root, 'bootOptions', 'efiSecureBootEnabled'));
}

function hardwareVersionOf(root: ObjectNode, problems: FactProblems): number | null {
  const text = textOrNull(root, 'version');
  const number = text === null ? undefined : /^vmx-0*([1-9]\d{0,2})$/.exec(text)?.[1];
  if (number !== undefined) {
    return Number(number);
  }
  if (text !== null) {
    problems.add('UNKNOWN_VALUE', 'version', 'not of the form vmx-<number>');
  }
  return null;
}

/** Absent is proven only when the device list is there and every device in it is known to be something else. */
function vtpmOf(root: ObjectNode, devices: readonly Device[], missing: readonly MandatoryPart[]): Presence {
  if (devices.some(({ node }) => node.type === 'VirtualTPM')) {
    return 'PRESENT';
  }
  const listed = itemsAt(fieldOf(root, 'hardware'), 'device');
  const allTold = listed.every((node) => node.kind === 'object' && typeExcludesTpm(node));
  return missing.includes('hardware.device') || !allTold ? 'UNKNOWN' : 'NOT_PRESENT';
}

function typeExcludesTpm(node: ObjectNode): boolean {
  return isKnown(node.type) && !kindsOf(node.type ?? '').includes('VirtualTPM');
}

function bundleOf(root: ObjectNode, complete: boolean): Presence {
  if (holdsValue(fieldOf(optionOf(root, 'encryption.bundle'), 'value'))) {
    return 'PRESENT';
  }
  return complete ? 'NOT_PRESENT' : 'UNKNOWN';
}

/** A name that stands sealed in the document is a name: the VM has the file. */
function nvramFileNameOf(root: ObjectNode): string | null {
  const option = optionOf(root, 'nvram');
  return fieldOf(option, 'value')?.kind === 'sealed' ? SEALED_TEXT : textOrNull(option, 'value');
}

/** The first option of this key with a value; vSphere matches keys without regard to case. */
function optionOf(root: ObjectNode, key: string): ConfigNode | null {
  for (const option of itemsAt(root, 'extraConfig')) {
    if (textAt(option, 'key')?.trim().toLowerCase() === key && holdsValue(fieldOf(option, 'value'))) {
      return option;
    }
  }
  return null;
}

function holdsValue(node: ConfigNode | null): boolean {
  // An empty text with attributes is a secret that was cut out and written as XML.
  return node !== null && (node.kind !== 'text' || node.text !== '' || node.attributes !== undefined);
}

function homeEncryptionOf(seen: {
  readonly complete: boolean;
  readonly keyPresent: boolean;
  readonly encryptionBundle: Presence;
  readonly vtpm: Presence;
  readonly devices: readonly Device[];
}): EncryptionState {
  // A vTPM is only ever given to a VM whose home is encrypted.
  if (seen.keyPresent || seen.encryptionBundle === 'PRESENT' || seen.vtpm === 'PRESENT') {
    return 'ENCRYPTED';
  }
  const diskKey = seen.devices.some(({ node }) => nodeAt(node, 'backing', 'keyId') !== null);
  return seen.complete && seen.vtpm === 'NOT_PRESENT' && !diskKey ? 'NOT_ENCRYPTED' : 'UNKNOWN';
}

function yesNo(value: boolean | null): YesNoUnknown {
  if (value === null) {
    return 'UNKNOWN';
  }
  return value ? 'YES' : 'NO';
}

/** By UTF-16 code unit: the same order everywhere. */
function compareText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
