import { type CompanionItems, itemStates, NO_COMPANION_ITEMS } from '../domain/config-info/item-states.js';
import type { DiskFact, RestorePointFacts } from '../domain/restore-point-facts.js';
import type { CapturedItemRecord, ChangeIdRecord, StoragePolicyRecord } from '../domain/restore-point-records.js';
import { CAPTURED_ITEMS } from '../domain/words.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { NewDisk } from '../ports/restore-point-writer.js';
import type { RestorePointMetadata } from './restore-point-input.js';

const INTEGER_MAX = 2_147_483_647;
const BIGINT_MAX = 9_223_372_036_854_775_807n;

/** What became of the disks' blocks, as the captured item DISK_DATA tells it. */
export interface DiskDataReason {
  readonly state: 'CAPTURING' | 'NOT_CAPTURED';
  readonly reason: string;
}

/** One row per captured item, each with the moment of its own reading [S26]. */
export function capturedItems(
  metadata: RestorePointMetadata,
  facts: RestorePointFacts,
  diskData: DiskDataReason,
): CapturedItemRecord[] {
  const states = itemStates(facts, companions(metadata));
  const configInfoAt = metadata.configInfoObservedAt ?? metadata.capturedAt;
  const nvramAt = metadata.nvramObservedAt ?? metadata.capturedAt;
  return CAPTURED_ITEMS.map((item): CapturedItemRecord => {
    if (item === 'DISK_DATA') return diskDataItem(facts, diskData, configInfoAt);
    const { state, reason } = states[item];
    if (state !== 'CAPTURED' && state !== 'NOT_PRESENT') return { item, state, observedAt: null, reason };
    // A vTPM's state lies in the NVRAM, so it is of the NVRAM's moment; that there is none is told by the document.
    const fromNvram =
      item === 'NVRAM'
        ? state === 'CAPTURED' || metadata.nvramNotPresent === true
        : item === 'VTPM' && state === 'CAPTURED';
    return { item, state, observedAt: fromNvram ? nvramAt : configInfoAt, reason };
  });
}

/** What the caller says of the items beside the document. */
export function companions(metadata: RestorePointMetadata): CompanionItems {
  const { storagePolicies } = metadata;
  return {
    ...NO_COMPANION_ITEMS,
    nvram: metadata.nvramBase64 != null ? 'GIVEN' : metadata.nvramNotPresent === true ? 'NONE_EXISTS' : 'NOT_SAID',
    storagePolicies: storagePolicies == null ? 'NOT_SAID' : storagePolicies.length > 0 ? 'GIVEN' : 'NONE_EXISTS',
  };
}

function diskDataItem(facts: RestorePointFacts, { reason }: DiskDataReason, configInfoAt: string): CapturedItemRecord {
  const unusable = facts.problems.find(({ code }) => code === 'DISK_UNUSABLE');
  if (unusable !== undefined) {
    const why = `the ConfigInfo does not tell every disk: ${unusable.message}`;
    return { item: 'DISK_DATA', state: 'UNKNOWN', observedAt: null, reason: why };
  }
  if (facts.disks.length > 0) return { item: 'DISK_DATA', state: 'NOT_CAPTURED', observedAt: null, reason };
  return facts.completeness.complete
    ? {
        item: 'DISK_DATA',
        state: 'NOT_PRESENT',
        observedAt: configInfoAt,
        reason: 'a complete ConfigInfo lists no disk',
      }
    : { item: 'DISK_DATA', state: 'UNKNOWN', observedAt: null, reason: 'the ConfigInfo may have lost its disks' };
}

/** @param datastores kinds of datastores by name, as the caller told them; the document does not */
export function newDisks(
  ids: IdMaker,
  facts: RestorePointFacts,
  state: NewDisk['state'],
  datastores: RestorePointMetadata['datastores'],
): NewDisk[] {
  const typeOf = new Map((datastores ?? []).map(({ name, type }) => [name, type]));
  return facts.disks.map((disk) => ({
    id: ids.newId(),
    deviceKey: disk.deviceKey,
    label: disk.label ?? `Disk ${disk.deviceKey}`,
    controllerKey: integerOrNull(disk.controllerKey),
    controllerType: disk.controllerType,
    bus: disk.bus,
    busNumber: integerOrNull(disk.busNumber),
    unitNumber: integerOrNull(disk.unitNumber),
    capacityBytes: capacityOf(disk),
    provisioning: disk.provisioning,
    backingType: disk.backingType ?? 'UNKNOWN',
    backingFileName: disk.backingFileName,
    datastoreName: disk.datastoreName,
    datastoreType: typeOf.get(disk.datastoreName ?? '') ?? 'UNKNOWN',
    diskMode: disk.diskMode,
    diskUuid: disk.uuid,
    changeId: changeIdOf(disk),
    key: disk.keyId,
    state,
  }));
}

function capacityOf(disk: DiskFact): number {
  if (disk.capacityBytes === null) throw new Error(`disk ${disk.deviceKey} was to be refused: it has no capacity`);
  return disk.capacityBytes;
}

function integerOrNull(value: number | null): number | null {
  return value === null || Math.abs(value) > INTEGER_MAX ? null : value;
}

/** A lineage is an identity and a sequence; `*` and other texts are none, and stay in the facts as they were. */
function changeIdOf({ changeId }: DiskFact): ChangeIdRecord | null {
  if (changeId === null || changeId.uuid === null || changeId.sequence === null) return null;
  return BigInt(changeId.sequence) > BIGINT_MAX ? null : { uuid: changeId.uuid, sequence: changeId.sequence };
}

export function policyRecords(metadata: RestorePointMetadata): StoragePolicyRecord[] | null {
  if (metadata.storagePolicies == null) return null;
  return metadata.storagePolicies.map(({ deviceKey, policyId, policyName }) => ({
    scope: deviceKey == null ? 'HOME' : 'DISK',
    deviceKey: deviceKey ?? null,
    policyId,
    policyName: policyName ?? null,
  }));
}
