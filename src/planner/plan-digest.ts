import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import type { RestorePlan } from './plan.js';

/** What a digest covers. Values, estimates, times and texts stay outside: a moving free-space figure is no drift. */
export function digestCover(plan: Omit<RestorePlan, 'digest'>): Record<string, unknown> {
  return {
    planFormat: plan.planFormat,
    restorePointId: plan.restorePointId,
    request: plan.request,
    rulesVersion: plan.rulesVersion,
    verdict: plan.verdict,
    components: plan.components.map(({ component, deviceKey, outcome }) => ({ component, deviceKey, outcome })),
    disks: plan.disks.map(
      ({ deviceKey, transport, executor, repository, indexHash, format, target, capacityBytes }) => ({
        deviceKey,
        transport,
        executor,
        repository,
        indexHash,
        format,
        target,
        capacityBytes,
      }),
    ),
    findings: plan.findings.map(({ ruleId, grade, subject }) => ({ ruleId, grade, subject })),
    steps: plan.steps.map(({ position, kind, subject }) => ({ position, kind, subject })),
  };
}

/** SHA-256 of the RFC 8785 form of what the digest covers, as 64 hexadecimal digits. */
export function digestOf(plan: Omit<RestorePlan, 'digest'>): string {
  return createHash('sha256')
    .update(canonicalJson(digestCover(plan)))
    .digest('hex');
}
