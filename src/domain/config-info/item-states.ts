/** Decides for each captured item of a restore point whether it is there, never was, was lost, or nobody knows. */
import type { DiskFact, ItemState, ItemStates, RestorePointFacts } from '../restore-point-facts.js';

/**
 * What the capturing tool says of an item that it hands over beside ConfigInfo.
 *
 * GIVEN: handed over. NONE_EXISTS: the tool looked, and the VM has none. NOT_SAID: neither.
 */
export type CompanionItem = 'GIVEN' | 'NONE_EXISTS' | 'NOT_SAID';

export interface CompanionItems {
  readonly nvram: CompanionItem;
  readonly storagePolicies: CompanionItem;
  /** The bundle, when the tool hands it over apart from `extraConfig`. */
  readonly encryptionBundle: CompanionItem;
  /** Device keys of disks whose change id the tool hands over apart from ConfigInfo. */
  readonly changeIdDeviceKeys: readonly number[];
}

export const NO_COMPANION_ITEMS: CompanionItems = {
  nvram: 'NOT_SAID',
  storagePolicies: 'NOT_SAID',
  encryptionBundle: 'NOT_SAID',
  changeIdDeviceKeys: [],
};

/** States of all items; `facts` is null when the point has no ConfigInfo at all. */
export function itemStates(facts: RestorePointFacts | null, given: CompanionItems): ItemStates {
  const nvram = nvramState(facts, given);
  return {
    CONFIG_INFO: configInfoState(facts),
    KEY_ID: keyIdState(facts),
    ENCRYPTION_BUNDLE: bundleState(facts, given),
    NVRAM: nvram,
    VTPM: vtpmState(facts, nvram),
    STORAGE_POLICIES: storagePoliciesState(facts, given),
    CHANGE_IDS: changeIdsState(facts, given),
  };
}

function configInfoState(facts: RestorePointFacts | null): ItemState {
  if (facts === null) {
    return { state: 'NOT_CAPTURED', reason: 'no ConfigInfo was handed over' };
  }
  const { complete, missing } = facts.completeness;
  const unusable = unusablePlaces(facts);
  if (complete && unusable.length === 0) {
    return { state: 'CAPTURED', reason: 'a complete ConfigInfo was handed over' };
  }
  const why = [...(missing.length > 0 ? [`${missing.join(', ')} missing`] : []), ...unusable.slice(0, PLACES_TOLD_MAX)];
  const more = unusable.length - PLACES_TOLD_MAX;
  const rest = more > 0 ? `; and ${more} more` : '';
  return { state: 'UNKNOWN', reason: `the ConfigInfo is not complete: ${why.join('; ')}${rest}` };
}

const PLACES_TOLD_MAX = 3;

/** What no rule can rely on. Change ids have an item of their own. */
function unusablePlaces(facts: RestorePointFacts): string[] {
  const places = facts.problems.filter(({ code }) => code !== 'UNREADABLE_CHANGE_ID');
  return places.map(({ path, message }) => `${plainPlace(path)}${message}`);
}

/** Paths may quote keys of the document; those that are numbers tell nothing else. */
function plainPlace(path: string): string {
  return /^[A-Za-z.]+(?:\[#?-?\d+\][A-Za-z.]*)?$/.test(path) ? `${path}: ` : '';
}

function keyIdState(facts: RestorePointFacts | null): ItemState {
  if (facts !== null && facts.keyId !== null) {
    return { state: 'CAPTURED', reason: 'ConfigInfo names the key of the VM home' };
  }
  switch (facts?.homeEncryption ?? 'UNKNOWN') {
    case 'NOT_ENCRYPTED':
      return { state: 'NOT_PRESENT', reason: 'a complete ConfigInfo proves that the VM was not encrypted' };
    case 'ENCRYPTED':
      return { state: 'NOT_CAPTURED', reason: 'the VM was encrypted, but ConfigInfo names no key' };
    default:
      return { state: 'UNKNOWN', reason: 'nothing proves whether the VM was encrypted' };
  }
}

function bundleState(facts: RestorePointFacts | null, given: CompanionItems): ItemState {
  if (given.encryptionBundle === 'GIVEN' || facts?.encryptionBundle === 'PRESENT') {
    return { state: 'CAPTURED', reason: 'the encryption bundle was handed over' };
  }
  switch (facts?.homeEncryption ?? 'UNKNOWN') {
    case 'NOT_ENCRYPTED':
      return { state: 'NOT_PRESENT', reason: 'a complete ConfigInfo proves that the VM was not encrypted' };
    case 'ENCRYPTED':
      return { state: 'NOT_CAPTURED', reason: 'the VM was encrypted, but its encryption bundle was not handed over' };
    default:
      return { state: 'UNKNOWN', reason: 'nothing proves whether the VM was encrypted' };
  }
}

/**
 * Whether the tool says that there is no NVRAM while the document tells of one. Then nobody knows: the file may have
 * been looked for in the wrong place, or the document may be of another moment.
 */
export function nvramSayingsDisagree(facts: RestorePointFacts | null, given: CompanionItem): boolean {
  return given === 'NONE_EXISTS' && facts !== null && (facts.nvramFileName !== null || facts.vtpm === 'PRESENT');
}

/** A VM has an NVRAM file when its configuration names one; UEFI and vTPM machines always have one. */
function nvramState(facts: RestorePointFacts | null, given: CompanionItems): ItemState {
  if (given.nvram === 'GIVEN') {
    return { state: 'CAPTURED', reason: 'the NVRAM was handed over' };
  }
  if (facts === null) {
    return { state: 'UNKNOWN', reason: 'no ConfigInfo tells whether the VM has NVRAM' };
  }
  if (nvramSayingsDisagree(facts, given.nvram)) {
    return { state: 'UNKNOWN', reason: 'the tool found no NVRAM file, but ConfigInfo tells that the VM has NVRAM' };
  }
  if (given.nvram === 'NONE_EXISTS' && facts.vtpm === 'NOT_PRESENT') {
    return { state: 'NOT_PRESENT', reason: 'the tool looked and found no NVRAM file: the VM was never powered on' };
  }
  if (facts.nvramFileName !== null) {
    return { state: 'NOT_CAPTURED', reason: 'ConfigInfo names an NVRAM file, but it was not handed over' };
  }
  if (facts.vtpm === 'PRESENT' || facts.firmware === 'EFI') {
    return { state: 'NOT_CAPTURED', reason: 'a VM with UEFI or vTPM keeps its state in NVRAM; it was not handed over' };
  }
  if (facts.completeness.complete && facts.firmware === 'BIOS' && facts.vtpm === 'NOT_PRESENT') {
    return { state: 'NOT_PRESENT', reason: 'a complete ConfigInfo of a BIOS machine names no NVRAM file' };
  }
  return { state: 'UNKNOWN', reason: 'ConfigInfo does not tell whether the VM has NVRAM' };
}

/** What a vTPM knows lives in the NVRAM file: the device alone is not the vTPM. */
function vtpmState(facts: RestorePointFacts | null, nvram: ItemState): ItemState {
  switch (facts?.vtpm ?? 'UNKNOWN') {
    case 'NOT_PRESENT':
      return { state: 'NOT_PRESENT', reason: 'the device list is whole and holds no vTPM' };
    case 'PRESENT':
      return nvram.state === 'CAPTURED'
        ? { state: 'CAPTURED', reason: 'the VM has a vTPM, and the NVRAM that holds its state was handed over' }
        : {
            state: 'NOT_CAPTURED',
            reason: 'the VM has a vTPM, but the NVRAM that holds its state was not handed over',
          };
    default:
      return { state: 'UNKNOWN', reason: 'the device list does not tell whether the VM has a vTPM' };
  }
}

/** Policies stand outside ConfigInfo, which proves only that an encrypted VM must have had one. */
function storagePoliciesState(facts: RestorePointFacts | null, given: CompanionItems): ItemState {
  if (given.storagePolicies === 'GIVEN') {
    return { state: 'CAPTURED', reason: 'the storage policies were handed over' };
  }
  const encrypted =
    facts !== null && (facts.homeEncryption === 'ENCRYPTED' || facts.disks.some((disk) => disk.keyId !== null));
  if (encrypted) {
    return { state: 'NOT_CAPTURED', reason: 'an encrypted VM has an encryption policy; it was not handed over' };
  }
  if (given.storagePolicies === 'NONE_EXISTS') {
    return { state: 'NOT_PRESENT', reason: 'the tool found no storage policy on the VM' };
  }
  return { state: 'UNKNOWN', reason: 'nobody said whether the VM has storage policies' };
}

function changeIdsState(facts: RestorePointFacts | null, given: CompanionItems): ItemState {
  if (facts === null) {
    return { state: 'UNKNOWN', reason: 'no ConfigInfo tells whether changes are tracked' };
  }
  const trackable = facts.disks.filter(isTrackable);
  const without = trackable.filter(
    (disk) =>
      (disk.changeId === null || disk.changeId.uuid === null) && !given.changeIdDeviceKeys.includes(disk.deviceKey),
  );
  if (trackable.length > 0 && without.length === 0) {
    return { state: 'CAPTURED', reason: 'every disk that can be tracked has its change id' };
  }
  if (facts.changeTrackingEnabled === 'YES' && trackable.length > 0) {
    const keys = without.map(({ deviceKey }) => deviceKey).join(', ');
    return { state: 'NOT_CAPTURED', reason: `changes are tracked, but these disks have no change id: ${keys}` };
  }
  const none = without.length === trackable.length;
  if (facts.completeness.complete && none && (facts.changeTrackingEnabled === 'NO' || trackable.length === 0)) {
    return { state: 'NOT_PRESENT', reason: 'change tracking is off, or no disk of the VM can be tracked' };
  }
  return { state: 'UNKNOWN', reason: 'ConfigInfo does not tell whether changes are tracked' };
}

/** Independent disks, physical raw device mappings and shared disks are never tracked. */
function isTrackable(disk: DiskFact): boolean {
  const independent = disk.diskMode?.startsWith('independent') === true;
  return !independent && disk.compatibilityMode !== 'physicalMode' && disk.sharing !== 'sharingMultiWriter';
}
