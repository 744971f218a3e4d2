/**
 * Finds the vim25 type of an object that does not state it: `govc object.collect -json` prints no types at all.
 *
 * Evidence, strongest first: the fields it has (a type without one of them is out); keys that vSphere gives to the
 * default devices; the text that vSphere writes as label or summary. What stays ambiguous is given the nearest common
 * ancestor, and said to be unresolved: a vTPM must never be missed by a guess.
 */
import { isKindOf, kindsOf, vim25Field, vim25Type } from './vim25-types.js';

export interface TypeEvidence {
  /** Names of the fields that hold a value, in vim25 spelling. */
  readonly fieldNames: readonly string[];
  /** Names of fields that are there without a value (old govc prints all of them). */
  readonly emptyFieldNames: readonly string[];
  readonly key: string | null;
  readonly label: string | null;
  readonly summary: string | null;
  /** Type of the object that holds this one: a disk's backing is a disk backing. */
  readonly ownerType: string | null;
}

export interface InferredType {
  readonly type: string;
  /** False when several types fit and `type` is only their common ancestor. */
  readonly resolved: boolean;
}

// Keys that vSphere gives to the devices of every VM.
const TYPE_BY_KEY: Readonly<Record<string, string>> = {
  '100': 'VirtualPCIController',
  '200': 'VirtualIDEController',
  '201': 'VirtualIDEController',
  '300': 'VirtualPS2Controller',
  '400': 'VirtualSIOController',
  '500': 'VirtualMachineVideoCard',
  '600': 'VirtualKeyboard',
  '700': 'VirtualPointingDevice',
  '12000': 'VirtualMachineVMCIDevice',
};

const TYPE_BY_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^VMware paravirtual SCSI$/i, 'ParaVirtualSCSIController'],
  [/^LSI Logic SAS$/i, 'VirtualLsiLogicSASController'],
  [/^LSI Logic$/i, 'VirtualLsiLogicController'],
  [/^BusLogic$/i, 'VirtualBusLogicController'],
  [/^IDE \d+$/, 'VirtualIDEController'],
  [/^AHCI$/, 'VirtualAHCIController'],
  [/^NVME controller \d+$/i, 'VirtualNVMEController'],
  [/^SIO controller \d+$/i, 'VirtualSIOController'],
  [/^PS2 controller \d+$/i, 'VirtualPS2Controller'],
  [/^PCI controller \d+$/i, 'VirtualPCIController'],
  [/^USB xHCI controller/i, 'VirtualUSBXHCIController'],
  [/^USB controller/i, 'VirtualUSBController'],
  [/^CD\/DVD drive \d+$/i, 'VirtualCdrom'],
  [/^Floppy drive \d+$/i, 'VirtualFloppy'],
  [/^Serial port \d+$/i, 'VirtualSerialPort'],
  [/^Parallel port \d+$/i, 'VirtualParallelPort'],
  [/^PCI device \d+$/i, 'VirtualPCIPassthrough'],
  [/^Sound card/i, 'VirtualSoundCard'],
  [/^Keyboard/i, 'VirtualKeyboard'],
  [/^Virtual TPM$/i, 'VirtualTPM'],
  [/^Watchdog timer$/i, 'VirtualWDT'],
  [/^Precision clock/i, 'VirtualPrecisionClock'],
];

// Classes that vSphere never reports by themselves.
const ABSTRACT_TYPES: ReadonlySet<string> = new Set([
  'VirtualDevice',
  'VirtualController',
  'VirtualSCSIController',
  'VirtualSATAController',
  'VirtualEthernetCard',
  'VirtualVmxnet',
  'VirtualDeviceBackingInfo',
  'VirtualDeviceFileBackingInfo',
  'VirtualDeviceDeviceBackingInfo',
  'VirtualDeviceRemoteDeviceBackingInfo',
  'VirtualDevicePipeBackingInfo',
  'VirtualDeviceURIBackingInfo',
  'VirtualDeviceBusSlotInfo',
  'VirtualMachineBootOptionsBootableDevice',
  'VirtualMachineBaseIndependentFilterSpec',
]);

interface FieldVerdict {
  /** Types that have all of the fields; empty when none has. */
  readonly candidates: readonly string[];
  /** What the fields alone prove. */
  readonly byFields: InferredType;
}

// Documents hold thousands of objects of few shapes. Cleared when a hostile one brings ever new shapes.
const verdicts = new Map<string, FieldVerdict>();
const VERDICTS_MAX = 1000;
const SHAPE_LENGTH_MAX = 1000;

/** The type of an object found where `declaredType` is declared; null when no known type has all of its fields. */
export function inferType(declaredType: string, evidence: TypeEvidence): InferredType | null {
  if (kindsOf(declaredType).length === 1) {
    return { type: declaredType, resolved: true };
  }
  const { candidates, byFields } = verdictOf(declaredType, evidence);
  if (candidates.length === 0) {
    return null;
  }
  const known = byKnownKeyOrText(candidates, evidence);
  return known === null ? byFields : { type: known, resolved: true };
}

function verdictOf(declaredType: string, evidence: TypeEvidence): FieldVerdict {
  const present = [...new Set([...evidence.fieldNames, ...evidence.emptyFieldNames])];
  const printsAll = evidence.emptyFieldNames.length > 0;
  const shape = [declaredType, evidence.ownerType, printsAll, ...present].join(' ');
  const seen = verdicts.get(shape);
  if (seen !== undefined) {
    return seen;
  }
  const verdict = judgeFields(declaredType, evidence.ownerType, present, printsAll);
  if (shape.length <= SHAPE_LENGTH_MAX) {
    if (verdicts.size === VERDICTS_MAX) {
      verdicts.clear();
    }
    verdicts.set(shape, verdict);
  }
  return verdict;
}

function judgeFields(
  declaredType: string,
  ownerType: string | null,
  present: readonly string[],
  printsAll: boolean,
): FieldVerdict {
  let candidates = kindsOf(declaredType).filter((name) => hasAll(name, present));
  const ownerPrefix = ownerType === null ? null : backingPrefix(ownerType);
  if (ownerPrefix !== null) {
    const owned = candidates.filter((name) => name.startsWith(ownerPrefix) && name.length > ownerPrefix.length);
    candidates = owned.length > 0 ? owned : candidates;
  }
  const instantiable = candidates.filter((name) => !ABSTRACT_TYPES.has(name));
  // A printer of every field prints exactly those of the type; one of set fields only leaves all wider types open.
  const exact = instantiable.filter((name) => vim25Type(name)?.fields.length === present.length);
  const possible = printsAll && exact.length > 0 ? exact : instantiable;
  const type = commonAncestor(possible.length > 0 ? possible : candidates, declaredType);
  return { candidates, byFields: { type, resolved: !ABSTRACT_TYPES.has(type) } };
}

function hasAll(typeName: string, fieldNames: readonly string[]): boolean {
  return fieldNames.every((name) => vim25Field(typeName, name) !== null);
}

function backingPrefix(ownerType: string): string | null {
  if (isKindOf(ownerType, 'VirtualEthernetCard')) {
    return ownerType === 'VirtualSriovEthernetCard' ? null : 'VirtualEthernetCard';
  }
  return isKindOf(ownerType, 'VirtualDevice') && ownerType !== 'VirtualDevice' ? ownerType : null;
}

function byKnownKeyOrText(candidates: readonly string[], evidence: TypeEvidence): string | null {
  const byKey = evidence.key !== null && Object.hasOwn(TYPE_BY_KEY, evidence.key) ? TYPE_BY_KEY[evidence.key] : null;
  if (byKey !== undefined && byKey !== null && candidates.includes(byKey)) {
    return byKey;
  }
  // The summary is the more exact of the two: "SCSI controller 0" is a label, "LSI Logic SAS" its summary.
  for (const text of [evidence.summary, evidence.label]) {
    for (const [pattern, type] of TYPE_BY_TEXT) {
      if (text !== null && pattern.test(text.trim()) && candidates.includes(type)) {
        return type;
      }
    }
  }
  return null;
}

function commonAncestor(names: readonly string[], fallback: string): string {
  let ancestor: string | null = names[0] ?? fallback;
  while (ancestor !== null) {
    const found: string = ancestor;
    if (names.every((name) => isKindOf(name, found))) {
      return found;
    }
    ancestor = vim25Type(found)?.base ?? null;
  }
  return fallback;
}
