import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import type { LocalFilesPlan } from './plan.js';
import type { VspherePlan } from './vsphere-plan.js';

type Undigested = Omit<LocalFilesPlan, 'digest'> | Omit<VspherePlan, 'digest'>;

/** What a digest covers. Values, estimates, times and texts stay outside: a moving free-space figure is no drift. */
export function digestCover(plan: Undigested): Record<string, unknown> {
  return {
    planFormat: plan.planFormat,
    restorePointId: plan.restorePointId,
    request: plan.request,
    rulesVersion: plan.rulesVersion,
    verdict: plan.verdict,
    components: plan.components.map(({ component, deviceKey, outcome }) => ({ component, deviceKey, outcome })),
    ...(plan.planFormat === 1 ? coverOfFiles(plan) : coverOfVsphere(plan)),
    findings: plan.findings.map(({ ruleId, grade, subject }) => ({ ruleId, grade, subject })),
    steps: plan.steps.map(({ position, kind, subject }) => ({ position, kind, subject })),
  };
}

function coverOfFiles(plan: Omit<LocalFilesPlan, 'digest'>): Record<string, unknown> {
  return {
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
  };
}

/** Streams at once stay outside: they follow what else runs. */
function coverOfVsphere(plan: Omit<VspherePlan, 'digest'>): Record<string, unknown> {
  const { keyPath, nvram, vtpm, changeTracking, controllers, rebuild } = plan;
  const { siteName: _text, ...placement } = plan.placement;
  return {
    placement,
    rebuild,
    keyPath,
    nvram,
    vtpm,
    changeTracking,
    controllers,
    disks: plan.disks.map((disk) => ({
      deviceKey: disk.deviceKey,
      transport: disk.transport,
      executor: disk.executor,
      repository: disk.repository,
      indexHash: disk.indexHash,
      capacityBytes: disk.capacityBytes,
      datastoreId: disk.datastoreId,
      provisioning: disk.provisioning,
      targetDeviceKey: disk.targetDeviceKey,
      controllerKey: disk.controllerKey,
      unitNumber: disk.unitNumber,
      key: disk.key,
    })),
  };
}

/** SHA-256 of the RFC 8785 form of what the digest covers, as 64 hexadecimal digits. */
export function digestOf(plan: Undigested): string {
  return createHash('sha256')
    .update(canonicalJson(digestCover(plan)))
    .digest('hex');
}
