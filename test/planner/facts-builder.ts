import type { TargetFormat } from '../../src/domain/target-formats.js';
import type { CapturedItemName, CapturedItemState } from '../../src/domain/words.js';
import { CAPTURED_ITEMS } from '../../src/domain/words.js';
import { DEFAULT_POLICY } from '../../src/planner/facts.js';
import type { DiskFact, ExecutorFact, LocalFilesFacts, RestorePointFact } from '../../src/planner/facts.js';

/** A healthy clear BIOS VM with one captured disk and one executor that can do everything. */
export function healthyFacts(): LocalFilesFacts {
  return {
    now: '2026-05-04T03:10:00.000Z',
    request: {
      target: { kind: 'LOCAL_FILES', location: 'restores', folder: 'web-01', diskFormat: 'RAW_SPARSE' },
      deviceKeys: null,
    },
    restorePoint: {
      id: '018f0000-0000-7000-8000-000000000001',
      vmName: 'web-01',
      capturedAt: '2026-05-04T01:00:00.000Z',
      origin: 'CAPTURED',
      state: 'AVAILABLE',
      extractorVersion: 1,
      firmware: 'BIOS',
      secureBoot: 'NO',
      vtpm: 'NOT_PRESENT',
      encryption: 'NOT_ENCRYPTED',
      hardwareVersion: 21,
      key: null,
      nvramSizeBytes: 8684,
      consistency: 'FILE_SYSTEM',
      items: itemsWith({ KEY_ID: 'NOT_PRESENT', ENCRYPTION_BUNDLE: 'NOT_PRESENT', VTPM: 'NOT_PRESENT' }),
      disks: [diskFact({})],
    },
    executors: [executorFact({})],
    policy: DEFAULT_POLICY,
  };
}

export function withFormat(facts: LocalFilesFacts, diskFormat: TargetFormat): LocalFilesFacts {
  return { ...facts, request: { ...facts.request, target: { ...facts.request.target, diskFormat } } };
}

/** Free space of the one location of the one executor. */
export function withFreeBytes(facts: LocalFilesFacts, freeBytes: number | null): LocalFilesFacts {
  return withExecutors(facts, { locations: [{ name: 'restores', readable: true, writable: true, freeBytes }] });
}

/** A UEFI VM with vTPM whose key, bundle and NVRAM were all saved. */
export function encryptedFacts(): LocalFilesFacts {
  const key = { keyId: 'key-7', providerId: 'kmip-a', providerType: 'STANDARD' } as const;
  return withPoint(healthyFacts(), {
    firmware: 'EFI',
    secureBoot: 'YES',
    vtpm: 'PRESENT',
    encryption: 'ENCRYPTED',
    key,
    items: itemsWith({}),
    disks: [diskFact({ key })],
  });
}

export function diskFact(change: Partial<DiskFact>): DiskFact {
  return {
    deviceKey: 2000,
    label: 'Hard disk 1',
    controllerType: 'ParaVirtualSCSIController',
    bus: 'SCSI',
    busNumber: 0,
    unitNumber: 0,
    capacityBytes: 67_108_864,
    provisioning: 'THIN',
    backingType: 'VirtualDiskFlatVer2BackingInfo',
    diskMode: 'persistent',
    key: null,
    dataState: 'CAPTURED',
    indexHash: 'a'.repeat(64),
    repository: 'main',
    dataBytes: 20_971_520,
    ...change,
  };
}

export function executorFact(change: Partial<ExecutorFact>): ExecutorFact {
  return {
    name: 'local',
    version: '0.1.0',
    observedAt: '2026-05-04T03:09:50.000Z',
    engine: 'AVAILABLE',
    engineReason: null,
    locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 10_737_418_240 }],
    repositories: [{ name: 'main', present: true }],
    ...change,
  };
}

/** All items CAPTURED but for those named. */
export function itemsWith(states: Partial<Record<CapturedItemName, CapturedItemState>>): RestorePointFact['items'] {
  return CAPTURED_ITEMS.map((item) => {
    const state = states[item] ?? 'CAPTURED';
    return { item, state, observedAt: state === 'CAPTURED' ? '2026-05-04T01:00:00.000Z' : null };
  });
}

export function withPoint(facts: LocalFilesFacts, change: Partial<RestorePointFact>): LocalFilesFacts {
  return { ...facts, restorePoint: { ...facts.restorePoint, ...change } };
}

export function withDisks(facts: LocalFilesFacts, ...disks: Partial<DiskFact>[]): LocalFilesFacts {
  return withPoint(facts, { disks: disks.map((disk) => diskFact(disk)) });
}

export function withExecutors(facts: LocalFilesFacts, ...executors: Partial<ExecutorFact>[]): LocalFilesFacts {
  return { ...facts, executors: executors.map((executor) => executorFact(executor)) };
}

export function withItems(
  facts: LocalFilesFacts,
  states: Partial<Record<CapturedItemName, CapturedItemState>>,
): LocalFilesFacts {
  return withPoint(facts, {
    items: facts.restorePoint.items.map((one) => {
      const state = states[one.item] ?? one.state;
      return { ...one, state, observedAt: state === 'CAPTURED' ? '2026-05-04T01:00:00.000Z' : null };
    }),
  });
}
