import { addSeconds } from '../domain/time.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import { chooseRestorePoint } from '../planner/choose-restore-point.js';
import type { MarkedPoint, PointQuestion } from '../planner/choose-restore-point.js';
import type { Clock } from '../ports/clock.js';
import type { VmReader } from '../ports/estate-reader.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';

export interface ChooseRestorePointPorts {
  readonly vms: Pick<VmReader, 'loadVms'>;
  readonly restorePoints: Pick<RestorePointReader, 'pageRestorePoints' | 'loadDisks' | 'loadCapturedItems'>;
  readonly clock: Clock;
}

export interface ChooseRestorePointInput extends Pick<PointQuestion, 'completeKeysFirst' | 'consistencyMin'> {
  readonly vmId: string;
  /** UTC text; null for the newest. */
  readonly at: string | null;
  /** How many points to look at, 1 to PAGE_SIZE_MAX. */
  readonly first: number;
}

export interface RestorePointChoiceResult {
  readonly chosen: MarkedRestorePoint | null;
  readonly nodes: readonly MarkedRestorePoint[];
  readonly hasOlder: boolean;
}

interface MarkedRestorePoint extends Pick<MarkedPoint, 'mark' | 'rank' | 'standing' | 'reasons'> {
  readonly restorePoint: RestorePointRecord;
}

/**
 * Marks the newest points of a VM, of those not after `at`, by `chooseRestorePoint`: four statements. Null when there
 * is no such VM. Throws PortError INVALID_PAGE_SIZE.
 */
export async function chooseRestorePointOfVm(
  ports: ChooseRestorePointPorts,
  { vmId, at, completeKeysFirst, consistencyMin, first }: ChooseRestorePointInput,
): Promise<RestorePointChoiceResult | null> {
  const [vm] = await ports.vms.loadVms([vmId]);
  if (vm == null) return null;
  const filter = { vmId, capturedBefore: at === null ? null : addSeconds(at, 0.001) };
  const page = await ports.restorePoints.pageRestorePoints(filter, { first, after: null });
  const records = page.entries.map(({ node }) => node);
  const ids = records.map(({ id }) => id);
  const [disks, items] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([ports.restorePoints.loadDisks(ids), ports.restorePoints.loadCapturedItems(ids)]);
  const points = records.map((record, index) => ({
    ...record,
    key: record.key === null ? null : { ...record.key, providerType: record.keyProviderType },
    items: items[index] ?? [],
    disks: (disks[index] ?? []).map(({ label, state, indexHash }) => ({ label, dataState: state, indexHash })),
  }));
  const question = { at: at ?? 'LATEST', now: ports.clock.now(), completeKeysFirst, consistencyMin };
  const byId = new Map(records.map((record) => [record.id, record]));
  const marked = chooseRestorePoint(points, question).points.flatMap(({ id, mark, rank, standing, reasons }) => {
    const restorePoint = byId.get(id);
    return restorePoint === undefined ? [] : [{ restorePoint, mark, rank, standing, reasons }];
  });
  return { chosen: marked.find(({ mark }) => mark === 'CHOSEN') ?? null, nodes: marked, hasOlder: page.hasNextPage };
}
