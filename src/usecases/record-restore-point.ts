import type { UserErrorData } from '../domain/operation-input.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import type { Actor } from './actor.js';
import { checkText } from './check-text.js';
import { ingestPoint } from './ingest.js';
import type { IngestPorts } from './ingest.js';
import { preparePoint } from './prepare-point.js';
import type { RecordRestorePointInput } from './restore-point-input.js';

export type RecordRestorePointPorts = IngestPorts;

export interface RecordRestorePointResult {
  readonly restorePoint: RestorePointRecord | null;
  /** True if this very point had been recorded before. */
  readonly alreadyRecorded: boolean;
  /** Refusals, or warnings about a point that was recorded. */
  readonly userErrors: readonly UserErrorData[];
}

/**
 * Keeps what another tool knows of a VM at one moment; its disks stay with that tool. The same reference with the same
 * content is the same point; with other content it is refused (TOOL_REFERENCE_REUSED). A `.vmx` alone is refused [S26].
 */
export async function recordRestorePoint(
  ports: RecordRestorePointPorts,
  actor: Actor,
  input: RecordRestorePointInput,
): Promise<RecordRestorePointResult> {
  const nameErrors = [
    ...checkText(input.tool, { path: ['tool'], lengthMax: 200 }),
    ...checkText(input.toolReference, { path: ['toolReference'], lengthMax: 500 }),
  ];
  const prepared = preparePoint(ports, input.metadata);
  if (!prepared.ok) return refused([...nameErrors, ...prepared.userErrors]);
  if (nameErrors.length > 0) return refused(nameErrors);
  const { tool, toolReference } = input;
  const outcome = await ingestPoint(ports, actor, prepared.point, { origin: 'RECORDED', tool, toolReference });
  if (outcome.kind === 'refused') return refused(outcome.userErrors);
  if (outcome.kind === 'written') {
    return { restorePoint: outcome.restorePoint, alreadyRecorded: false, userErrors: prepared.point.warnings };
  }
  const [restorePoint] = await ports.restorePoints.loadRestorePoints([outcome.restorePointId]);
  return { restorePoint: restorePoint ?? null, alreadyRecorded: true, userErrors: prepared.point.warnings };
}

function refused(userErrors: readonly UserErrorData[]): RecordRestorePointResult {
  return { restorePoint: null, alreadyRecorded: false, userErrors };
}
