/** Facts of one virtual disk. */
import type { ChangeIdFact, ControllerFact, DiskFact, Provisioning } from '../restore-point-facts.js';
import { type ConfigNode, fieldOf, fieldPath, type ObjectNode } from './node.js';
import {
  datastoreOf,
  type FactProblems,
  readBoolean,
  readInt,
  readKey,
  readWholeNumber,
  textOrNull,
} from './read-values.js';

const BYTES_PER_KIB = 1024;
const SECTOR_BYTES = 512;
// Sequences are stored as signed 64-bit numbers.
const SEQUENCE_DIGITS_MAX = 18;

const GROWING_BACKINGS: ReadonlySet<string> = new Set([
  'VirtualDiskSeSparseBackingInfo',
  'VirtualDiskSparseVer1BackingInfo',
  'VirtualDiskSparseVer2BackingInfo',
]);

/** A disk's facts; values that cannot be used are null and named in `problems`. */
export function extractDisk(
  device: ObjectNode,
  deviceKey: number,
  path: string,
  controllers: ReadonlyMap<number, ControllerFact>,
  problems: FactProblems,
): DiskFact {
  const controllerKey = readInt(device, 'controllerKey', path, problems);
  const controller = controllerKey === null ? null : (controllers.get(controllerKey) ?? null);
  if (controller === null) {
    problems.add('CONTROLLER_MISSING', fieldPath(path, 'controllerKey'), 'the disk names no controller of this VM');
  }
  const backing = fieldOf(device, 'backing');
  const backingPath = fieldPath(path, 'backing');
  const backingType = backing?.kind === 'object' ? backing.type : null;
  // A raw disk has a descriptor in the place of a file.
  const backingFileName = textOrNull(backing, 'fileName') ?? textOrNull(backing, 'descriptorFileName');
  const datastore = fieldOf(backing, 'datastore');
  return {
    deviceKey,
    label: textOrNull(device, 'deviceInfo', 'label'),
    controllerKey,
    controllerType: controller?.type ?? null,
    bus: controller?.bus ?? 'UNKNOWN',
    busNumber: controller?.busNumber ?? null,
    unitNumber: readInt(device, 'unitNumber', path, problems),
    capacityBytes: capacityOf(device, path, problems),
    provisioning: provisioningOf(backing, backingPath, problems),
    backingType,
    backingFileName,
    datastoreName: datastoreOf(backingFileName),
    datastoreMoRef: datastore?.kind === 'reference' ? datastore.value : null,
    diskMode: textOrNull(backing, 'diskMode'),
    sharing: textOrNull(backing, 'sharing'),
    uuid: textOrNull(backing, 'uuid'),
    changeId: changeIdOf(backing, backingPath, problems),
    keyId: readKey(fieldOf(backing, 'keyId'), fieldPath(backingPath, 'keyId'), problems),
    hasParent: fieldOf(backing, 'parent') !== null,
    compatibilityMode: textOrNull(backing, 'compatibilityMode'),
  };
}

/** `capacityInBytes`, else `capacityInKB`; zero counts as not given, since old govc prints unset numbers so. */
function capacityOf(device: ObjectNode, path: string, problems: FactProblems): number | null {
  const bytes = readWholeNumber(device, 'capacityInBytes', path, problems);
  const kib = readWholeNumber(device, 'capacityInKB', path, problems);
  if ((bytes ?? 0) < 0 || (kib ?? 0) < 0) {
    problems.add('OUT_OF_RANGE', path, 'the capacity is negative');
    return null;
  }
  const fromKib = kib === null || kib === 0 ? null : kib * BYTES_PER_KIB;
  const capacity = bytes === null || bytes === 0 ? fromKib : bytes;
  if (capacity === null) {
    problems.add('NO_CAPACITY', path, 'the disk has no usable capacity');
    return null;
  }
  if (!Number.isSafeInteger(capacity)) {
    problems.add('OUT_OF_RANGE', path, 'the capacity is beyond 2^53-1 bytes');
    return null;
  }
  if (bytes !== null && bytes !== 0 && kib !== null && kib !== 0 && Math.floor(bytes / BYTES_PER_KIB) !== kib) {
    problems.add('CAPACITIES_DISAGREE', path, 'capacityInBytes and capacityInKB disagree; capacityInBytes is taken');
  }
  if (capacity % SECTOR_BYTES !== 0) {
    problems.add('NOT_WHOLE_SECTORS', path, 'the capacity is not a whole number of 512-byte sectors');
    return null;
  }
  return capacity;
}

function provisioningOf(backing: ConfigNode | null, path: string, problems: FactProblems): Provisioning {
  if (backing?.kind !== 'object') {
    return 'UNKNOWN';
  }
  if (backing.type !== null && GROWING_BACKINGS.has(backing.type)) {
    return 'THIN';
  }
  const thin = readBoolean(backing, 'thinProvisioned');
  const eager = readBoolean(backing, 'eagerlyScrub');
  if (thin === true && eager === true) {
    problems.add('UNKNOWN_VALUE', path, 'the disk is said to be both thin and eagerly zeroed');
    return 'UNKNOWN';
  }
  if (thin === null) {
    return 'UNKNOWN';
  }
  if (thin) {
    return 'THIN';
  }
  return eager === true ? 'THICK_EAGER_ZEROED' : 'THICK_LAZY_ZEROED';
}

function changeIdOf(backing: ConfigNode | null, path: string, problems: FactProblems): ChangeIdFact | null {
  const raw = textOrNull(backing, 'changeId');
  if (raw === null) {
    return null;
  }
  const slash = raw.lastIndexOf('/');
  const uuid = raw.slice(0, slash);
  const sequence = raw.slice(slash + 1);
  if (slash > 0 && uuid.length <= 200 && /^\d+$/.test(sequence) && sequence.length <= SEQUENCE_DIGITS_MAX) {
    return { raw, uuid, sequence };
  }
  if (raw !== '*') {
    problems.add('UNREADABLE_CHANGE_ID', fieldPath(path, 'changeId'), 'not of the form uuid/sequence');
  }
  return { raw: raw.slice(0, 500), uuid: null, sequence: null };
}
